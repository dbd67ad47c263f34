import { describe, expect, it } from '@jest/globals'
import { ticket } from '../queue/example-ticket.ts'
import { beginsToWait } from './begins-to-wait.ts'

describe('a ticket rings', () => {
  it('when it joins those who wait: new, asked for at last, or given back', () => {
    expect(beginsToWait(ticket({ version: 2 }), undefined)).toBe(true)
    expect(beginsToWait(ticket({ version: 2 }), ticket({ state: 'provisional' }))).toBe(true)
    expect(beginsToWait(ticket({ version: 2 }), ticket({ state: 'claimed' }))).toBe(true)
  })

  it('not when it waited already, is told late, or does not wait', () => {
    expect(beginsToWait(ticket({ version: 2 }), ticket({ version: 1 }))).toBe(false)
    expect(beginsToWait(ticket({ version: 1 }), ticket({ version: 2, state: 'claimed' }))).toBe(false)
    expect(beginsToWait(ticket({ version: 2, state: 'provisional' }), undefined)).toBe(false)
  })
})

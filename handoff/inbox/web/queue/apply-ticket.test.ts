import { describe, expect, it } from '@jest/globals'
import { applyTicket } from './apply-ticket.ts'
import { ticket } from './example-ticket.ts'

const queue = { now: 0, tickets: [ticket({ id: 1, version: 5 }), ticket({ id: 2, version: 1 })] }

describe('a ticket that is told', () => {
  it('takes the place of an older one', () => {
    const { tickets } = applyTicket(queue, ticket({ id: 1, version: 6, preview: 'новое' }))
    expect(tickets.find(({ id }) => id === 1)?.preview).toBe('новое')
    expect(tickets).toHaveLength(2)
  })

  it('changes nothing when a newer one is known, or the same', () => {
    expect(applyTicket(queue, ticket({ id: 1, version: 4 }))).toBe(queue)
    expect(applyTicket(queue, ticket({ id: 1, version: 5 }))).toBe(queue)
  })

  it('joins the queue when it is new', () => {
    expect(applyTicket(queue, ticket({ id: 3 })).tickets.map(({ id }) => id)).toEqual([1, 2, 3])
  })

  it('leaves the queue when it was withdrawn or closed', () => {
    for (const state of ['withdrawn', 'closed'] as const) {
      const { tickets } = applyTicket(queue, ticket({ id: 2, version: 2, state }))
      expect(tickets.map(({ id }) => id)).toEqual([1])
    }
  })
})

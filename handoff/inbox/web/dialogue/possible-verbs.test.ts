import { describe, expect, it } from '@jest/globals'
import { ticket } from '../queue/example-ticket.ts'
import { possibleVerbs } from './possible-verbs.ts'

const masha = { id: 'masha', name: 'Мария' }

describe('what can be done to a ticket', () => {
  it('depends on its state, and on who has it', () => {
    expect(possibleVerbs(ticket({ state: 'waiting' }), 'masha')).toEqual(['claim'])
    expect(possibleVerbs(ticket({ state: 'provisional' }), 'masha')).toEqual(['claim'])
    expect(possibleVerbs(ticket({ state: 'claimed', operator: masha }), 'masha')).toEqual([
      'release',
      'resolve',
    ])
    expect(possibleVerbs(ticket({ state: 'claimed', operator: masha }), 'ivan')).toEqual([])
    expect(possibleVerbs(ticket({ state: 'resolved', operator: masha }), 'ivan')).toEqual(['reopen'])
    expect(possibleVerbs(ticket({ state: 'closed' }), 'masha')).toEqual([])
    expect(possibleVerbs(ticket({ state: 'withdrawn' }), 'masha')).toEqual([])
  })
})

import { describe, expect, it } from '@jest/globals'
import { ticket } from '../queue/example-ticket.ts'
import { createRecentTickets } from './recent-tickets.ts'

describe('recent tickets', () => {
  it('gives those told after the mark', () => {
    const recent = createRecentTickets()
    recent.add(ticket({ id: 1 }))
    const mark = recent.mark()
    expect(recent.since(mark)).toEqual([])
    recent.add(ticket({ id: 2 }))
    recent.add(ticket({ id: 3 }))
    expect(recent.since(mark).map(({ id }) => id)).toEqual([2, 3])
  })

  it('forgets old ones, and still counts right', () => {
    const recent = createRecentTickets()
    for (let id = 0; id < 1200; id++) recent.add(ticket({ id }))
    const mark = recent.mark()
    recent.add(ticket({ id: 5000 }))
    expect(recent.since(mark).map(({ id }) => id)).toEqual([5000])
    expect(recent.since(0)).toHaveLength(500)
  })
})

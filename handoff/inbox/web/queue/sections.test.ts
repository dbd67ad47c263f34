import { describe, expect, it } from '@jest/globals'
import { ticket } from './example-ticket.ts'
import { sectionsOf } from './sections.ts'

const masha = { id: 'masha', name: 'Мария' }
const ivan = { id: 'ivan', name: 'Иван' }
const shape = (tickets: Parameters<typeof sectionsOf>[0]) =>
  sectionsOf(tickets, 'masha').map((section) => [section.name, section.tickets.map(({ id }) => id)])

describe('the sections of the queue', () => {
  it('are the waiting, mine, the colleagues’, the provisional and the resolved, in this order', () => {
    const tickets = [
      ticket({ id: 1, state: 'resolved' }),
      ticket({ id: 2, state: 'provisional' }),
      ticket({ id: 3, state: 'claimed', operator: ivan }),
      ticket({ id: 4, state: 'claimed', operator: masha }),
      ticket({ id: 5, state: 'waiting' }),
      ticket({ id: 6, state: 'withdrawn' }),
      ticket({ id: 7, state: 'closed' }),
    ]
    expect(shape(tickets)).toEqual([
      ['waiting', [5]],
      ['mine', [4]],
      ['colleagues', [3]],
      ['provisional', [2]],
      ['resolved', [1]],
    ])
  })

  it('put first who asked first', () => {
    const tickets = [
      ticket({ id: 1, askedAt: 300 }),
      ticket({ id: 2, askedAt: 100 }),
      ticket({ id: 3, askedAt: 200 }),
    ]
    expect(shape(tickets)).toEqual([['waiting', [2, 3, 1]]])
  })

  it('put the unanswered of mine before the answered', () => {
    const mine = { state: 'claimed', operator: masha } as const
    const tickets = [
      ticket({ ...mine, id: 1, waitingSince: undefined, askedAt: 1 }),
      ticket({ ...mine, id: 2, waitingSince: 900 }),
      ticket({ ...mine, id: 3, waitingSince: 500 }),
      ticket({ ...mine, id: 4, waitingSince: undefined, askedAt: 0 }),
    ]
    expect(shape(tickets)).toEqual([['mine', [3, 2, 4, 1]]])
  })

  it('leave the tickets they were given as they were', () => {
    const tickets = Object.freeze([ticket({ id: 1, askedAt: 2 }), ticket({ id: 2, askedAt: 1 })])
    expect(shape(tickets)).toEqual([['waiting', [2, 1]]])
  })
})

import { describe, expect, it } from '@jest/globals'
import { ticket } from '../queue/example-ticket.ts'
import { promiseKept } from './promise-kept.ts'

describe('the promise of a ticket', () => {
  it('was kept when it was in the queue after 30 s at most', () => {
    expect(promiseKept(ticket({ askedAt: 1000, openedAt: 2500 }))).toEqual({ isKept: true, ms: 1500 })
    expect(promiseKept(ticket({ askedAt: 0, openedAt: 30_000 }))).toEqual({ isKept: true, ms: 30_000 })
  })

  it('was broken by what came after', () => {
    expect(promiseKept(ticket({ askedAt: 0, openedAt: 34_000 }))).toEqual({ isKept: false, ms: 4000 })
  })
})

import { describe, expect, it } from '@jest/globals'
import { ticket } from './example-ticket.ts'
import { urgencyOf, waitsSince } from './urgency.ts'

describe('the urgency of a ticket', () => {
  it('grows while nobody takes it, towards the 30 s', () => {
    const waiting = ticket({ waitingSince: 0 })
    expect([19_999, 20_000, 29_999, 30_000].map((now) => urgencyOf(waiting, now))).toEqual([
      'calm',
      'soon',
      'soon',
      'late',
    ])
  })

  it('grows more slowly once it is taken, from the last unanswered word', () => {
    const claimed = ticket({ state: 'claimed', waitingSince: 100_000 })
    expect([159_000, 160_000, 280_000].map((now) => urgencyOf(claimed, now))).toEqual([
      'calm',
      'soon',
      'late',
    ])
  })

  it('is none when it was answered, resolved, or the bot is on it', () => {
    const others = [
      ticket({ state: 'claimed', waitingSince: undefined }),
      ticket({ state: 'resolved' }),
      ticket({ state: 'provisional' }),
    ]
    expect(others.map((each) => urgencyOf(each, 1e9))).toEqual(['calm', 'calm', 'calm'])
  })

  it('counts from the question while no unanswered word is known', () => {
    expect(waitsSince(ticket({ askedAt: 7, waitingSince: undefined }))).toBe(7)
  })
})

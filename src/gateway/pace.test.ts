import { describe, expect, it } from '@jest/globals'
import type { Pace } from '../contracts/turn-store.ts'
import { takeToken } from './pace.ts'

const FULL: Pace = { tokens: 8, at: 0, noticed: false }

/** Takes turns as fast as the pace lets, from `from` on, and returns when each came. */
function flood(pace: Pace, turns: number, from = 0) {
  const at: number[] = []
  let told = 0
  let now = from
  let current = pace
  for (let turn = 0; turn < turns; turn++) {
    at.push(now)
    const taken = takeToken(current, now)
    current = taken.pace
    if (taken.tell) told++
    now = taken.until ?? now
  }
  return { at, told, pace: current, now }
}

describe('the pace of a citizen', () => {
  it('lets a burst through, then a turn a second', () => {
    expect(flood(FULL, 11).at).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 1_000, 2_000, 3_000])
  })

  it('tells of it once in a flood', () => {
    expect(flood(FULL, 100).told).toBe(1)
  })

  it('tells again in a flood after a rest', () => {
    const first = flood(FULL, 20)
    expect(flood(first.pace, 20, first.now + 60_000).told).toBe(1)
  })

  it('never slows who writes a message every two seconds', () => {
    let pace = FULL
    for (let now = 0; now < 600_000; now += 2_000) {
      const taken = takeToken(pace, now)
      expect(taken.until).toBeUndefined()
      pace = taken.pace
    }
  })
})

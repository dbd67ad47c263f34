import { describe, expect, it } from '@jest/globals'
import { createRateLimits } from './rate-limits.ts'

describe('a refusal for being too fast', () => {
  it('is about one chat while no other is refused', () => {
    const limits = createRateLimits()
    expect(limits.refused('ann', 5_000, 0)).toBe(false)
    expect(limits.refused('ann', 9_000, 4_000)).toBe(false)
    expect(limits.refused('bob', 15_000, 9_000)).toBe(false)
  })

  it('is about all of them when two are refused at the same time', () => {
    const limits = createRateLimits()
    limits.refused('ann', 5_000, 0)
    expect(limits.refused('bob', 6_000, 1_000)).toBe(true)
  })
})

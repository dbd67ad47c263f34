import { describe, expect, it } from '@jest/globals'
import { figuresOf } from './promise.ts'

const rows = (...openedAfter: number[]) =>
  openedAfter.map((openedAfterMs) => ({ openedAfterMs, claimedAfterMs: undefined }))

describe('the figures of promise 4', () => {
  it('are percentiles by nearest rank', () => {
    const hundred = rows(...Array.from({ length: 100 }, (_, index) => (index + 1) * 10))
    expect(figuresOf(hundred, 0)).toMatchObject({
      tickets: 100,
      p50: 500,
      p95: 950,
      p99: 990,
      worst: 1_000,
      late: 0,
    })
  })

  it('count what came too late', () => {
    expect(figuresOf(rows(30_000, 30_001), 0)).toMatchObject({ late: 1, worst: 30_001 })
  })

  it('leave out of the claims what nobody claimed', () => {
    const mixed = [{ openedAfterMs: 5, claimedAfterMs: 9_000 }, ...rows(5)]
    expect(figuresOf(mixed, 0).claimP50).toBe(9_000)
    expect(figuresOf([], 0)).toMatchObject({ tickets: 0, p99: 0, claimP50: undefined })
  })
})

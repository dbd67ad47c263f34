import type { Clock } from '../src/contracts/clock.ts'

export interface FakeClock extends Clock {
  /** Moves the time on, ms. */
  advance(ms: number): void
}

/** Monday 2026-11-23, 09:00 in Moscow, until it is moved on. */
export function fakeClock(start = Date.UTC(2026, 10, 23, 6)): FakeClock {
  let now = start
  return {
    now: () => now,
    monotonic: () => now - start,
    advance: (ms) => {
      now += ms
    },
  }
}

import type { Pace } from '../contracts/turn-store.ts'

/** So many turns at once, and then one a second: more than a person types, less than a script sends. */
const BURST = 8
const PER_SECOND = 1

export interface Paced {
  readonly pace: Pace
  /** The citizen's next turn comes no sooner, ms UTC; undefined for at once. */
  readonly until: number | undefined
  /** The flood has just begun: it is said once. */
  readonly tell: boolean
}

/** Takes the token of one turn out of a citizen's bucket. A full bucket ends a flood. */
export function takeToken({ tokens, at, noticed }: Pace, now: number): Paced {
  const refilled = Math.min(BURST, tokens + (Math.max(0, now - at) * PER_SECOND) / 1000)
  const left = refilled - 1
  const told = noticed && refilled < BURST
  if (left >= 1) return { pace: { tokens: left, at: now, noticed: told }, until: undefined, tell: false }
  const until = now + Math.ceil(((1 - left) * 1000) / PER_SECOND)
  return { pace: { tokens: left, at: now, noticed: true }, until, tell: !told }
}

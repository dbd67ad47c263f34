import type { Clock } from '../contracts/clock.ts'
import type { KeepReads } from '../contracts/keep-store.ts'

/** The oldest due message has waited for so long: we are behind, and say so at the door. */
const BEHIND_MS = 5_000
const SAMPLE_MS = 500

/**
 * Overload makes 503s, which platforms repeat, and not a queue of tickets. What is measured is the
 * wait of due messages: a citizen who is being paced does not count.
 */
export interface Admission {
  readonly overloaded: () => boolean
  /** Of the last sample, ms; undefined while the database does not answer. */
  readonly backlogAge: () => number | undefined
  readonly stop: () => void
}

/** Measured once before it resolves: after an outage we are behind from the first moment. */
export async function createAdmission(reads: KeepReads, clock: Clock): Promise<Admission> {
  const measure = () => reads.backlogAge(clock.now()).catch(() => undefined)
  let age = await measure()
  let asking = false
  const timer = setInterval(async () => {
    if (asking) return
    asking = true
    age = await measure()
    asking = false
  }, SAMPLE_MS)
  timer.unref()
  return {
    overloaded: () => age === undefined || age > BEHIND_MS,
    backlogAge: () => age,
    stop: () => clearInterval(timer),
  }
}

import type { LeasedRow } from '../contracts/send-store.ts'
import type { SendFault } from '../core/send-error.ts'
import { backoff } from './backoff.ts'

/** After so long a message is no longer news: it is dead, and operators see «не доставлено». */
const GIVE_UP_MS = 24 * 3_600_000
/** How long a channel rests whose credentials are refused, before it is tried again. */
const AUTH_REST_MS = 60_000

/** What becomes of a row whose send did not succeed. */
export type Verdict =
  | {
      readonly kind: 'retry'
      readonly inMs: number
      readonly unknown: boolean
      readonly restChannelMs?: number
    }
  | { readonly kind: 'dead'; readonly why: string }

/**
 * Promise 6: where the platform does not know a message by our key, one repeat at most follows an
 * unknown outcome; a second unknown one ends it. What surely never arrived is tried for a day.
 */
export function verdict(
  fault: SendFault,
  row: LeasedRow,
  now: number,
  random: number,
  idempotent: boolean,
): Verdict {
  const expired = now - row.createdAt > GIVE_UP_MS
  const later = backoff(row.attempts, random)
  switch (fault.kind) {
    case 'rate':
      return { kind: 'retry', inMs: fault.retryAfterMs, unknown: false }
    case 'auth':
      return { kind: 'retry', inMs: AUTH_REST_MS, unknown: false, restChannelMs: AUTH_REST_MS }
    case 'unsent':
      return expired ? { kind: 'dead', why: 'unreachable' } : { kind: 'retry', inMs: later, unknown: false }
    case 'unknown':
      if (!idempotent && row.unknowns > 0) return { kind: 'dead', why: 'unconfirmed' }
      return expired ? { kind: 'dead', why: 'unconfirmed' } : { kind: 'retry', inMs: later, unknown: true }
    case 'gone':
    case 'invalid':
      return { kind: 'dead', why: fault.kind }
  }
}

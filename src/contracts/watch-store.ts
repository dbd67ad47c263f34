import type { Conversation } from '../core/conversation.ts'
import type { DueRow, UnresolvedClock } from './turn-store.ts'

/** What the watchdog needs of the store. */
export interface WatchTx {
  /** Leases that ran out: the rows may be sent again, their outcome unknown. Returns how many. */
  reclaimLeases(now: number): Promise<number>
  /** Locks and returns one conversation whose clock has run out, and stops that clock. */
  nextOverdueClock(
    now: number,
  ): Promise<{ readonly conversation: Conversation; readonly clock: UnresolvedClock } | undefined>
  /**
   * Locks and returns one conversation with a message that has waited for its turn since before `since`
   * and has no open ticket; `failing` restricts it to messages that failed before. The time for which
   * a citizen was paced does not count.
   */
  nextStalled(
    since: number,
    failing: boolean,
  ): Promise<{ readonly conversation: Conversation; readonly row: DueRow } | undefined>
  /**
   * Deletes the keys of updates kept before `before`, and sessions, links and failed logins that ended by
   * then. Returns how many updates' keys.
   */
  forgetKeys(before: number): Promise<number>
}

import type { ChannelEvent } from '../contracts/channel.ts'
import type { Clock } from '../contracts/clock.ts'
import type { KeepTx } from '../contracts/keep-store.ts'
import type { Log } from '../contracts/log.ts'
import type { Transact } from '../contracts/transaction.ts'
import type { ChannelName } from '../core/ids.ts'

export interface KeepDeps {
  readonly transact: Transact<KeepTx>
  readonly clock: Clock
  readonly log: Log
}

export interface Kept {
  readonly fresh: number
  readonly repeated: number
}

/**
 * Makes durable what a door let in, all in one transaction, a polled channel's cursor with it. When
 * this resolves the platform may be told that we have it, and not before. What is not served is counted
 * in the log.
 */
export async function keep(
  { transact, clock, log }: KeepDeps,
  channel: ChannelName,
  events: readonly ChannelEvent[],
  cursor?: string,
): Promise<Kept> {
  for (const event of events) {
    if (event.kind === 'ignored') log.info('door.ignored', { channel, what: event.what })
  }
  const toKeep = events.filter((event) => event.kind !== 'ignored')
  if (toKeep.length === 0 && cursor === undefined) return { fresh: 0, repeated: 0 }
  const at = clock.now()
  const isFresh = await transact(async (tx) => {
    const results: boolean[] = []
    for (const event of toKeep) {
      if (event.kind === 'inbound') results.push(await tx.keep(event.inbound, at))
      else results.push(await tx.bury({ channel, key: event.key, raw: event.raw, why: event.why, at }))
    }
    if (cursor !== undefined) await tx.saveCursor(channel, cursor)
    return results
  })
  toKeep.forEach((event, index) => {
    if (event.kind === 'unreadable' && isFresh[index] === true) {
      log.alarm('door.unreadable', { channel, why: event.why })
    }
  })
  const fresh = isFresh.filter(Boolean).length
  return { fresh, repeated: isFresh.length - fresh }
}

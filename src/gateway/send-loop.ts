import { setTimeout as sleep } from 'node:timers/promises'
import type { Channel } from '../contracts/channel.ts'
import type { Nudges } from '../contracts/nudges.ts'
import type { LeasedRow } from '../contracts/send-store.ts'
import { faultName } from './fault-name.ts'
import { createRateLimits } from './rate-limits.ts'
import { lease, type SendDeps, sendLeased } from './send.ts'
import { createWake } from './wake.ts'

/** So many sends of one channel may be under way at once: what a crash may repeat at most. */
const IN_FLIGHT = 8
const POLL_MS = 400

/** Empties one channel's outbox for as long as the gateway runs; ends when what is under way has ended. */
export async function keepSending(
  channel: Channel,
  nudges: Nudges,
  parts: Omit<SendDeps, 'rateLimits'>,
  stop: AbortSignal,
): Promise<void> {
  const deps: SendDeps = { ...parts, rateLimits: createRateLimits() }
  const wake = createWake(nudges, 'outbox', stop)
  const underWay = new Set<Promise<void>>()

  function begin(row: LeasedRow, leasedAt: number): void {
    const sending: Promise<void> = sendLeased(channel, row, leasedAt, deps).finally(() => {
      underWay.delete(sending)
      wake.wake()
    })
    underWay.add(sending)
  }

  while (!stop.aborted) {
    const room = IN_FLIGHT - underWay.size
    let wait = POLL_MS
    if (room > 0) {
      const leasedAt = deps.clock.monotonic()
      try {
        const { rows, nextAt } = await lease(channel, room, deps)
        for (const row of rows) begin(row, leasedAt)
        if (nextAt !== undefined) wait = Math.min(POLL_MS, Math.max(0, nextAt - deps.clock.now()))
      } catch (error) {
        deps.log.alarm('send.store-failed', { channel: channel.name, fault: faultName(error) })
        await sleep(200)
      }
    }
    await wake.wait(wait)
  }
  await Promise.all(underWay)
}

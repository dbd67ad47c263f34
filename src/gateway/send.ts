import { setTimeout as sleep } from 'node:timers/promises'
import type { Channel, Sent } from '../contracts/channel.ts'
import type { Clock } from '../contracts/clock.ts'
import type { Log } from '../contracts/log.ts'
import type { Leased, LeasedRow, SendTx } from '../contracts/send-store.ts'
import type { Transact } from '../contracts/transaction.ts'
import { SendError, type SendFault } from '../core/send-error.ts'
import { faultName } from './fault-name.ts'
import type { RateLimits } from './rate-limits.ts'
import { verdict } from './send-result.ts'

export interface SendDeps {
  readonly transact: Transact<SendTx>
  readonly clock: Clock
  readonly log: Log
  readonly random: () => number
  /** Of this channel. */
  readonly rateLimits: RateLimits
}

/** A lease outlives the longest send, so that no row is leased twice while one is on its way, ms. */
const LEASE_SLACK_MS = 5_000

export function lease(channel: Channel, limit: number, { transact, clock }: SendDeps): Promise<Leased> {
  const now = clock.now()
  const leaseUntil = now + channel.limits.sendTimeoutMs + LEASE_SLACK_MS
  const { perSecond } = channel.limits
  return transact((tx) => tx.lease(channel.name, { limit, now, leaseUntil, perSecond }))
}

/**
 * Sends one leased row and notes how it ended. `leasedAt` is monotonic: a process that was frozen with
 * a lease in hand must not send what another has sent meanwhile.
 */
export async function sendLeased(
  channel: Channel,
  row: LeasedRow,
  leasedAt: number,
  deps: SendDeps,
): Promise<void> {
  const { limits, name } = channel
  if (!limits.idempotent && row.unknowns > 1) {
    await note(deps, (tx) => tx.markDead(row, 'unconfirmed', deps.clock.now()))
    return
  }
  if (deps.clock.monotonic() - leasedAt > limits.sendTimeoutMs / 2) {
    await note(deps, (tx) => tx.markRetry(row, deps.clock.now(), 'lease too old', false))
    return
  }
  let sent: Sent
  try {
    const signal = AbortSignal.timeout(limits.sendTimeoutMs)
    sent = await channel.send(row.to, row.part, { key: row.key, signal })
  } catch (error) {
    await noteFailure(channel, row, error, deps)
    return
  }
  const isOurs = await note(deps, (tx) => tx.markSent(row, sent.platformId, deps.clock.now()))
  if (!isOurs) deps.log.warn('send.lease-lost', { channel: name, outbox: row.id })
}

async function noteFailure(channel: Channel, row: LeasedRow, error: unknown, deps: SendDeps): Promise<void> {
  const fault: SendFault = error instanceof SendError ? error.fault : { kind: 'unknown' }
  const now = deps.clock.now()
  const fate = verdict(fault, row, now, deps.random(), channel.limits.idempotent)
  const fields = { channel: channel.name, outbox: row.id, attempt: row.attempts, fault: faultName(error) }
  if (fate.kind === 'dead') {
    deps.log.warn('send.dead', { ...fields, why: fate.why })
    await note(deps, (tx) => tx.markDead(row, fate.why, now))
    return
  }
  const until = now + fate.inMs
  const isAllChats = fault.kind === 'rate' && deps.rateLimits.refused(row.to.chat, until, now)
  const restUntil = isAllChats ? until : fate.restChannelMs && now + fate.restChannelMs
  deps.log[fault.kind === 'auth' ? 'alarm' : 'info']('send.again', { ...fields, inMs: fate.inMs })
  await note(deps, async (tx) => {
    if (restUntil !== undefined) await tx.pauseChannel(channel.name, restUntil)
    return tx.markRetry(row, until, faultName(error), fate.unknown)
  })
}

/** The outcome of a send is worth waiting for: without it the message would go out again. */
async function note(deps: SendDeps, mark: (tx: SendTx) => Promise<boolean>): Promise<boolean> {
  for (let tries = 1; ; tries++) {
    try {
      return await deps.transact(mark)
    } catch (error) {
      if (tries === 20) {
        deps.log.alarm('send.not-noted', { fault: faultName(error) })
        return false
      }
      await sleep(250)
    }
  }
}

import { setTimeout as sleep } from 'node:timers/promises'
import type { Channel, PolledDoor } from '../contracts/channel.ts'
import type { ChannelLocks, KeepReads } from '../contracts/keep-store.ts'
import { acknowledgeChoices } from './acknowledge.ts'
import type { Admission } from './admission.ts'
import { backoff } from './backoff.ts'
import { faultName } from './fault-name.ts'
import { type KeepDeps, keep } from './keep.ts'

export interface PollDeps extends KeepDeps {
  readonly reads: KeepReads
  readonly locks: ChannelLocks
  readonly admission: Admission
  readonly random: () => number
}

/** Another process has the channel: how often we ask whether it is free, ms. */
const ASK_AGAIN_MS = 1_000

/** Keeps one polled channel, in one process among several, until `stop`. */
export async function keepPolling(channel: Channel, door: PolledDoor, deps: PollDeps, stop: AbortSignal) {
  while (!stop.aborted) {
    const lost = new AbortController()
    const release = await deps.locks.hold(channel.name, () => lost.abort()).catch(() => undefined)
    if (release !== undefined) {
      deps.log.info('poll.held', { channel: channel.name })
      await pollWhile(channel, door, deps, AbortSignal.any([stop, lost.signal]))
      await release()
    }
    await pause(ASK_AGAIN_MS, stop)
  }
}

async function pollWhile(
  channel: Channel,
  door: PolledDoor,
  deps: PollDeps,
  until: AbortSignal,
): Promise<void> {
  let failures = 0
  while (!until.aborted) {
    try {
      while (deps.admission.overloaded() && !until.aborted) await pause(500, until)
      const { events, cursor } = await door.poll(await deps.reads.cursor(channel.name), until)
      await keep(deps, channel.name, events, cursor)
      acknowledgeChoices(channel, events)
      failures = 0
    } catch (error) {
      if (until.aborted) return
      failures++
      const wait = backoff(failures, deps.random(), { first: 500, most: 30_000 })
      deps.log.warn('poll.failed', { channel: channel.name, fault: faultName(error), failures, wait })
      await pause(wait, until)
    }
  }
}

async function pause(ms: number, until: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal: until }).catch(() => undefined)
}

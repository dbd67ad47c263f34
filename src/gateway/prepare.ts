import { setTimeout as sleep } from 'node:timers/promises'
import type { Channel } from '../contracts/channel.ts'
import type { Log } from '../contracts/log.ts'
import { backoff } from './backoff.ts'
import { faultName } from './fault-name.ts'

const WITHIN_MS = 15_000

/** Tells the platform about us, until it has heard; the gateway serves meanwhile. */
export async function prepareChannel(channel: Channel, log: Log, random: () => number, stop: AbortSignal) {
  if (channel.prepare === undefined) return
  for (let tries = 1; !stop.aborted; tries++) {
    try {
      await channel.prepare(AbortSignal.any([stop, AbortSignal.timeout(WITHIN_MS)]))
      log.info('channel.ready', { channel: channel.name })
      return
    } catch (error) {
      const wait = backoff(tries, random(), { first: 1_000, most: 60_000 })
      log.alarm('channel.not-ready', { channel: channel.name, fault: faultName(error), tries, wait })
      await sleep(wait, undefined, { signal: stop }).catch(() => undefined)
    }
  }
}

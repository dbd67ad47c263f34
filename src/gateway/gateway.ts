import type { Channel } from '../contracts/channel.ts'
import type { ChannelLocks, KeepReads, KeepTx } from '../contracts/keep-store.ts'
import type { Nudges } from '../contracts/nudges.ts'
import type { SendTx } from '../contracts/send-store.ts'
import type { Transact } from '../contracts/transaction.ts'
import { acknowledgeChoices } from './acknowledge.ts'
import type { Admission } from './admission.ts'
import { keep } from './keep.ts'
import { keepPolling } from './poll.ts'
import { prepareChannel } from './prepare.ts'
import { keepSending } from './send-loop.ts'
import { keepTakingTurns, type TurnLoopDeps } from './turn-loop.ts'
import { keepWatching, type WatchdogTx, watchOnce } from './watchdog.ts'

export interface GatewayDeps extends TurnLoopDeps {
  readonly transact: Transact<KeepTx & SendTx & WatchdogTx>
  readonly channels: readonly Channel[]
  readonly reads: KeepReads
  readonly locks: ChannelLocks
  readonly nudges: Nudges
  readonly admission: Admission
}

/** Runs the road: watchdog first, then turns, senders and the doors that we open ourselves. */
export async function startGateway(deps: GatewayDeps): Promise<{ stop(): Promise<void> }> {
  const { channels, log, random, nudges } = deps
  const doors = new AbortController()
  const road = new AbortController()
  await watchOnce(deps)

  const listening = channels.flatMap((channel) => [
    prepareChannel(channel, log, random, doors.signal),
    openDoor(channel, deps, doors.signal),
  ])
  const running = [
    keepWatching(deps, road.signal),
    keepTakingTurns(deps, road.signal),
    ...channels.map((channel) => keepSending(channel, nudges, deps, road.signal)),
  ]
  return {
    /** The doors first; then what is under way may end. */
    async stop() {
      doors.abort()
      await Promise.all(listening)
      road.abort()
      await Promise.all(running)
    },
  }
}

async function openDoor(channel: Channel, deps: GatewayDeps, stop: AbortSignal): Promise<void> {
  const { door, name } = channel
  switch (door.kind) {
    case 'webhook':
      return
    case 'polled':
      return keepPolling(channel, door, deps, stop)
    case 'pushed':
      return door.listen(async (events) => {
        await keep(deps, name, events)
        acknowledgeChoices(channel, events)
      }, stop)
  }
}

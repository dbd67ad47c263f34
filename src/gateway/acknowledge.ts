import type { Channel, ChannelEvent } from '../contracts/channel.ts'

const WITHIN_MS = 5_000

/** Stops the spinners of pressed buttons. Not durable on purpose: a spinner stops by itself, too. */
export function acknowledgeChoices(channel: Channel, events: readonly ChannelEvent[]): void {
  for (const event of events) {
    if (event.kind !== 'inbound' || event.inbound.kind !== 'choice') continue
    const { acknowledge } = event.inbound
    if (acknowledge === undefined || channel.acknowledge === undefined) continue
    channel.acknowledge(acknowledge, AbortSignal.timeout(WITHIN_MS)).catch(() => undefined)
  }
}

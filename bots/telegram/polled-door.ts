import type { Polled, PolledDoor } from '../../src/contracts/channel.ts'
import type { Clock } from '../../src/contracts/clock.ts'
import type { ChannelName } from '../../src/core/ids.ts'
import { SendError } from '../../src/core/send-error.ts'
import type { CallBotApi } from './bot-api.ts'
import { parseUpdate, updateId } from './parse.ts'
import { ALLOWED_UPDATES } from './updates.ts'

/** How long Telegram holds an empty answer back, s; the library gives up after 30. */
const WAIT_S = 25
/** The most that Telegram gives at once. */
const BATCH = 100

/** We ask Telegram. Asking from a cursor is what tells it that everything before is ours. */
export function createPolledDoor(channel: ChannelName, call: CallBotApi, clock: Clock): PolledDoor {
  return {
    kind: 'polled',
    async poll(cursor, signal) {
      const offset = cursor === undefined ? {} : { offset: Number(cursor) }
      const batch: unknown = await call('getUpdates', signal, (api, until) =>
        api.getUpdates({ ...offset, timeout: WAIT_S, limit: BATCH, allowed_updates: ALLOWED_UPDATES }, until),
      )
      return polled(batch, cursor, channel, clock.now())
    },
  }
}

function polled(batch: unknown, cursor: string | undefined, channel: ChannelName, now: number): Polled {
  if (!Array.isArray(batch)) throw new SendError({ kind: 'unknown' }, 'getUpdates: no list')
  const updates: readonly unknown[] = batch
  if (updates.length === 0) return { events: [], cursor }
  // Of the last batch, and not the highest ever seen: Telegram may begin its numbers anew.
  const last = updates.map(updateId).findLast((id) => id !== undefined)
  if (last === undefined) throw new SendError({ kind: 'unknown' }, 'getUpdates: no update_id')
  const events = updates.map((update) => parseUpdate(update, { channel, now, raw: () => textOf(update) }))
  return { events, cursor: String(last + 1) }
}

/** JSON can be read at a depth at which it cannot be written. */
function textOf(update: unknown): string {
  try {
    return JSON.stringify(update)
  } catch {
    return `update ${updateId(update)}, nested too deep`
  }
}

import type { RawRequest, Received, WebhookDoor } from '../../src/contracts/channel.ts'
import type { Clock } from '../../src/contracts/clock.ts'
import type { ChannelName } from '../../src/core/ids.ts'
import { parseUpdate } from './parse.ts'
import { secretCheck } from './secret.ts'
import { unreadable } from './unreadable.ts'

const SECRET_HEADER = 'x-telegram-bot-api-secret-token'

/** Telegram calls us, one update a request. */
export function createWebhookDoor(channel: ChannelName, secret: string, clock: Clock): WebhookDoor {
  const isGenuine = secretCheck(secret)
  return {
    kind: 'webhook',
    receive({ headers, body }: RawRequest): Received {
      if (!isGenuine(headers[SECRET_HEADER])) return { kind: 'unverified' }
      const text = new TextDecoder().decode(body)
      let update: unknown
      try {
        update = JSON.parse(text)
      } catch {
        return { kind: 'verified', events: [unreadable(body, 'no JSON')] }
      }
      return {
        kind: 'verified',
        events: [parseUpdate(update, { channel, now: clock.now(), raw: () => text })],
      }
    },
  }
}

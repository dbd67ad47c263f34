import type { TelegramConfig } from '../../../src/config.ts'
import { type FakeTelegram, startFakeTelegram } from '../../fakes/telegram/server.ts'
import type { Happening } from '../../fakes/telegram/update.ts'
import { type Answer, ask } from './ask.ts'

export const SECRET = 'secret-of-the-webhook_0123456789'

/** Telegram, which calls a gateway by hand: a test says which bytes come, and with which secret. */
export interface TelegramDoor {
  readonly fake: FakeTelegram
  /** For a gateway's settings. */
  readonly settings: TelegramConfig
  /** Brings a body as it is, to `url` of a gateway. */
  bring(url: string, body: string | Uint8Array, headers?: Readonly<Record<string, string>>): Promise<Answer>
  /** Numbers what happened, and brings it. */
  happens(url: string, happening: Happening): Promise<Answer>
  close(): Promise<void>
}

export async function openTelegramDoor(): Promise<TelegramDoor> {
  const fake = await startFakeTelegram()
  let updateId = 1_000
  const bring: TelegramDoor['bring'] = (url, body, headers = { 'X-Telegram-Bot-Api-Secret-Token': SECRET }) =>
    ask(`${url}/webhooks/telegram`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body,
    })
  return {
    fake,
    settings: {
      token: fake.token,
      apiRoot: fake.url,
      // Nobody listens there: what comes in is brought by the test.
      mode: { kind: 'webhook', url: 'http://127.0.0.1:9/webhooks/telegram', secret: SECRET },
      perSecond: 10_000,
    },
    bring,
    happens: (url, happening) => bring(url, JSON.stringify({ update_id: ++updateId, ...happening })),
    close: () => fake.close(),
  }
}

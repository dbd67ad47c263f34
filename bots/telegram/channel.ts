import type { Channel, Limits, Sent } from '../../src/contracts/channel.ts'
import type { Clock } from '../../src/contracts/clock.ts'
import type { Part } from '../../src/core/reply.ts'
import { SendError } from '../../src/core/send-error.ts'
import { type CallBotApi, createBotApi } from './bot-api.ts'
import { encodeText } from './encode.ts'
import { createPolledDoor } from './polled-door.ts'
import { prepare } from './prepare.ts'
import type { TelegramSettings } from './settings.ts'
import { createWebhookDoor } from './webhook-door.ts'

/** Telegram, by webhook or by polling. Makes no call of its own accord. */
export function createTelegramChannel(settings: TelegramSettings, clock: Clock): Channel {
  const { name, token, apiRoot, mode, perSecond } = settings
  const call = createBotApi(token, apiRoot)
  return {
    name,
    limits: limitsAt(perSecond),
    door:
      mode.kind === 'webhook'
        ? createWebhookDoor(name, mode.secret, clock)
        : createPolledDoor(name, call, clock),
    send: ({ chat }, part, { signal }) => send(call, chat, part, signal),
    prepare: (signal) => prepare(call, settings, signal),
    async acknowledge(token, signal) {
      await call('answerCallbackQuery', signal, (api, until) => api.answerCallbackQuery(token, {}, until))
    },
  }
}

const limitsAt = (perSecond: number): Limits => ({
  text: 4096,
  markup: 'html',
  // Telegram takes a hundred, and any length; more than this nobody reads on a phone.
  buttons: { max: 20, label: 64 },
  list: undefined,
  perSecond,
  idempotent: false,
  sendTimeoutMs: 15_000,
})

async function send(call: CallBotApi, chat: string, part: Part, signal: AbortSignal): Promise<Sent> {
  const id = chatId(chat)
  if (part.kind === 'leave') {
    await call('leaveChat', signal, (api, until) => api.leaveChat(id, until))
    return { platformId: undefined }
  }
  const { text, options } = encodeText(part)
  const message = await call('sendMessage', signal, (api, until) => api.sendMessage(id, text, options, until))
  return { platformId: idOf(message) }
}

/** A number, and never a name: `@somebody` would speak to a public channel. */
function chatId(chat: string): number {
  if (!/^-?\d{1,16}$/.test(chat)) throw new SendError({ kind: 'invalid' }, 'sendMessage: no chat id')
  return Number(chat)
}

/** Telegram said «ok», so the message is out, whatever else it said. */
function idOf(message: unknown): string | undefined {
  const { message_id: id } = (message ?? {}) as { readonly message_id?: unknown }
  return typeof id === 'number' ? String(id) : undefined
}

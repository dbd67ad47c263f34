import type { Chats } from './chats.ts'
import { BOT } from './citizen.ts'
import type { Ledger } from './ledger.ts'
import type { PendingUpdates } from './pending-updates.ts'
import type { Polls } from './polls.ts'
import type { RateLimiter } from './rates.ts'
import { badRequest, Refusal } from './refusal.ts'
import { chatId, sendMessage } from './send-message.ts'
import type { Webhook } from './webhook.ts'

export type Params = Readonly<Record<string, unknown>>

/** What the methods of the Bot API act upon. */
export interface World {
  readonly ledger: Ledger
  readonly pending: PendingUpdates
  readonly polls: Polls
  readonly webhook: Webhook
  readonly chats: Chats
  readonly rates: RateLimiter
  readonly files: ReadonlyMap<string, Uint8Array>
  /** Presses that wait to be acknowledged. */
  readonly presses: Set<string>
  nextMessageId(): number
}

type Method = (params: Params, world: World, gone: AbortSignal) => unknown

/** The part of the Bot API that Okno calls, and no more: an unknown method is a 404 as at Telegram. */
const METHODS: Readonly<Record<string, Method>> = {
  getMe: () => BOT,
  getUpdates: (params, world, gone) => world.polls.getUpdates(params, gone),
  setWebhook: (params, world) => noted('setWebhook', params, world, () => world.webhook.set(params)),
  deleteWebhook: (params, world) =>
    noted('deleteWebhook', params, world, () => {
      if (params['drop_pending_updates'] === true) world.pending.drop()
      world.webhook.remove()
    }),
  getWebhookInfo: (_params, world) => world.webhook.info(),
  sendMessage,
  leaveChat: (params, world) =>
    noted('leaveChat', params, world, () => {
      world.chats.mustBeOpen(chatId(params))
      world.chats.set(chatId(params), 'left')
    }),
  answerCallbackQuery: (params, world) =>
    noted('answerCallbackQuery', params, world, () => {
      const press = params['callback_query_id']
      if (typeof press !== 'string' || !world.presses.delete(press)) {
        throw badRequest('query is too old and response timeout expired or query ID is invalid')
      }
    }),
  setMyCommands: (params, world) => noted('setMyCommands', params, world, () => checkCommands(params)),
  getFile: ({ file_id: id }, world) => {
    const bytes = typeof id === 'string' ? world.files.get(id) : undefined
    if (bytes === undefined) throw badRequest('wrong file_id or the file is temporarily unavailable')
    return { file_id: id, file_unique_id: `u${id}`, file_size: bytes.length, file_path: `documents/${id}` }
  },
}

/** The method's result, or a `Refusal` thrown. `gone` aborts when the caller hangs up. */
export async function runMethod(
  method: string,
  params: Params,
  world: World,
  gone: AbortSignal,
): Promise<unknown> {
  const run = Object.hasOwn(METHODS, method) ? METHODS[method] : undefined
  if (run === undefined) throw new Refusal(404, 'Not Found: method not found')
  return await run(params, world, gone)
}

function noted(method: string, params: Params, world: World, act: () => void): true {
  act()
  world.ledger.called({ method, params, at: Date.now() })
  return true
}

function checkCommands({ commands }: Params): void {
  if (!Array.isArray(commands) || commands.length > 100) throw badRequest('BOT_COMMANDS_TOO_MUCH')
  for (const each of commands as readonly { command?: unknown; description?: unknown }[]) {
    const { command, description } = each
    if (typeof command !== 'string' || !/^[a-z0-9_]{1,32}$/.test(command)) {
      throw badRequest('BOT_COMMAND_INVALID')
    }
    if (typeof description !== 'string' || description.length === 0 || description.length > 256) {
      throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID')
    }
  }
}

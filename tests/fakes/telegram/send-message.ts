import { BOT } from './citizen.ts'
import { parseHtml } from './html-entities.ts'
import { parseKeyboard } from './keyboard.ts'
import type { ReceivedMessage } from './ledger.ts'
import type { Params, World } from './methods.ts'
import { badRequest } from './refusal.ts'

/** Of visible text. Telegram counts characters, we the UTF-16 units, of which there are never fewer. */
const MOST_TEXT = 4096

/** Shows a message to a citizen, or refuses it for the reasons that Telegram refuses it for. */
export function sendMessage(params: Params, world: World): unknown {
  const chat = chatId(params)
  world.chats.mustBeOpen(chat)
  const { text, links } = formatted(params)
  const buttons = parseKeyboard(params['reply_markup'])
  world.rates.pass(String(chat))
  const message: ReceivedMessage = {
    ...{ chat: String(chat), messageId: world.nextMessageId(), text, links, buttons },
    at: Date.now(),
    answered: true,
  }
  world.ledger.received(message)
  return {
    message_id: message.messageId,
    from: BOT,
    chat: { id: chat, type: chat > 0 ? 'private' : 'supergroup' },
    date: Math.floor(message.at / 1000),
    text,
  }
}

export function chatId(params: Params): number {
  const chat = params['chat_id']
  const id = typeof chat === 'string' && /^-?\d+$/.test(chat) ? Number(chat) : chat
  if (typeof id !== 'number' || !Number.isSafeInteger(id)) throw badRequest('chat not found')
  return id
}

function formatted(params: Params): { readonly text: string; readonly links: readonly string[] } {
  const { text: raw, parse_mode: mode } = params
  if (typeof raw !== 'string') throw badRequest('message text is empty')
  if (!raw.isWellFormed()) throw badRequest('strings must be encoded in UTF-8')
  if (mode !== undefined && mode !== 'HTML') throw badRequest('unsupported parse_mode')
  const { text, links } = mode === 'HTML' ? parseHtml(raw) : { text: raw, links: [] }
  const shown = text.replaceAll('\u0000', ' ').trim()
  if (shown === '') throw badRequest('message text is empty')
  if (shown.length > MOST_TEXT) throw badRequest('message is too long')
  return { text: shown, links }
}

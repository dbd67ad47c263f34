import type { z } from 'zod'
import type { ChannelEvent } from '../../src/contracts/channel.ts'
import { type ChannelName, choiceId } from '../../src/core/ids.ts'
import type { Inbound } from '../../src/core/message.ts'
import { storable } from '../../src/core/text.ts'
import { authorOf } from './author.ts'
import { commandOf } from './command.ts'
import { fileOf } from './files.ts'
import { isServiceMessage, wordlessKind } from './message-kinds.ts'
import { unreadable } from './unreadable.ts'
import {
  ALLOWED_UPDATES,
  CallbackQuery,
  type Chat,
  ChatMemberUpdated,
  Message,
  type User,
} from './updates.ts'

/** What an update is read with. */
export interface Reading {
  readonly channel: ChannelName
  /** When it came in, ms UTC: Telegram does not say when a button was pressed. */
  readonly now: number
  /** The update as it came, for the dead letter. */
  readonly raw: () => string
}

/** One update of Telegram in our words. Never throws, whatever the update is. */
export function parseUpdate(update: unknown, reading: Reading): ChannelEvent {
  const id = updateId(update)
  if (!isRecord(update) || id === undefined) return unreadable(reading.raw(), 'no update_id')
  const kind = ALLOWED_UPDATES.find((name) => Object.hasOwn(update, name))
  const read = { ...reading, id }
  switch (kind) {
    case 'message':
      return parsed(Message, update[kind], read, (message) => messageEvent(message, update[kind], read))
    case 'edited_message':
      return parsed(Message, update[kind], read, (message) => editEvent(message, read))
    case 'callback_query':
      return parsed(CallbackQuery, update[kind], read, (query) => choiceEvent(query, read))
    case 'my_chat_member':
      return parsed(ChatMemberUpdated, update[kind], read, (change) => memberEvent(change, read))
    case undefined:
      return ignored(nameOfUnknown(update))
  }
}

/** The number that Telegram gave an update, if it is one. */
export function updateId(update: unknown): number | undefined {
  if (!isRecord(update) || !Object.hasOwn(update, 'update_id')) return undefined
  const { update_id: id } = update
  return typeof id === 'number' && Number.isSafeInteger(id) && id >= 0 ? id : undefined
}

interface Read extends Reading {
  readonly id: number
}

function parsed<Schema extends z.ZodType>(
  schema: Schema,
  raw: unknown,
  reading: Reading,
  eventOf: (value: z.infer<Schema>) => ChannelEvent,
): ChannelEvent {
  const result = schema.safeParse(raw)
  if (result.success) return eventOf(result.data)
  const faults = result.error.issues.slice(0, 3).map(({ path, code }) => `${path.join('.')}: ${code}`)
  return unreadable(reading.raw(), faults.join(', '))
}

function messageEvent(message: Message, raw: unknown, read: Read): ChannelEvent {
  const { chat, from, sender_chat: speaksAs } = message
  if (isServiceMessage(raw)) return ignored('service')
  if (from?.is_bot === true && speaksAs === undefined) return ignored('from_bot')
  const base = {
    ...baseOf(read, chat, from, message.date * 1000),
    messageId: String(message.message_id),
  }
  if (chat.type !== 'private') return inbound({ ...base, kind: 'group' })
  const file = fileOf(message)
  if (file !== undefined) {
    const text = message.caption === undefined ? {} : { text: storable(message.caption) }
    return inbound({ ...base, kind: 'files', files: [file], ...text })
  }
  const text = storable(message.text ?? '')
  if (text === '') return inbound({ ...base, kind: 'other', what: wordlessKind(raw) })
  const command = commandOf(text)
  return inbound(
    command === undefined ? { ...base, kind: 'text', text } : { ...base, kind: 'command', ...command },
  )
}

function editEvent(message: Message, read: Read): ChannelEvent {
  const { chat, from, date, edit_date: editDate = date } = message
  const text = storable(message.text ?? message.caption ?? '')
  // A live location is "edited" with every step its sender takes.
  if (chat.type !== 'private' || from?.is_bot === true || text === '') return ignored('edited_message')
  const of = String(message.message_id)
  return inbound({ ...baseOf(read, chat, from, editDate * 1000), messageId: of, kind: 'edit', of, text })
}

/** The smallest among the messengers' limits, and the only one that our own ids need. */
const CHOICE = /^[\x21-\x7e]{1,64}$/

function choiceEvent(query: CallbackQuery, read: Read): ChannelEvent {
  const { id, data, message, from, inline_message_id: inline } = query
  if (inline !== undefined) return ignored('inline_message')
  // A private chat bears the number of its citizen; the message itself may be too old to be sent along.
  const base = baseOf(read, message?.chat ?? { id: from.id, type: 'private' }, from, read.now)
  if (message !== undefined && message.chat.type !== 'private') return inbound({ ...base, kind: 'group' })
  if (data === undefined || !CHOICE.test(data)) return inbound({ ...base, kind: 'other', what: 'button' })
  const buttons = message?.reply_markup?.inline_keyboard.flat() ?? []
  const pressed = buttons.find((button) => button.callback_data === data)
  const label = pressed === undefined ? {} : { label: storable(pressed.text) }
  return inbound({ ...base, kind: 'choice', choice: choiceId(data), ...label, acknowledge: id })
}

function memberEvent(
  { chat, from, date, new_chat_member: member }: ChatMemberUpdated,
  read: Read,
): ChannelEvent {
  if (chat.type !== 'private') return ignored('my_chat_member')
  if (member.status !== 'kicked') return ignored('unblocked')
  return inbound({ ...baseOf(read, chat, from, date * 1000), kind: 'stopped' })
}

function baseOf(read: Read, chat: Chat, user: User | undefined, sentAt: number) {
  return {
    from: { channel: read.channel, chat: String(chat.id) },
    key: String(read.id),
    order: read.id,
    sentAt,
    author: authorOf(user),
  }
}

/** The kind of an update that we did not ask for: its only key beside the number. */
function nameOfUnknown(update: Readonly<Record<string, unknown>>): string {
  const name = Object.keys(update).find((key) => key !== 'update_id' && /^[a-z][a-z_]{2,39}$/.test(key))
  return name ?? 'unknown'
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const inbound = (event: Inbound): ChannelEvent => ({ kind: 'inbound', inbound: event })
const ignored = (what: string): ChannelEvent => ({ kind: 'ignored', what })

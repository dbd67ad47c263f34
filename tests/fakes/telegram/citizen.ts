import type { Happening } from './update.ts'

/** Somebody with Telegram on the phone; what is done becomes what a fake server can push. */
export interface Citizen {
  readonly id: number
  says(text: string): Happening
  /** Changes a message said before. */
  edits(messageId: number, text: string): Happening
  presses(data: string, label?: string): Happening
  /** A message of any other content: `{ sticker: … }`, `{ photo: […], caption: … }`. */
  sends(content: Readonly<Record<string, unknown>>): Happening
  saysInGroup(group: number, text: string): Happening
  blocks(): Happening
  returns(): Happening
}

export interface CitizenName {
  readonly first_name?: string
  readonly last_name?: string
  readonly language_code?: string
}

let lastId = 0

export function citizen(id: number, name: CitizenName = {}): Citizen {
  const from = { id, is_bot: false, first_name: 'Анна', language_code: 'ru', ...name }
  const chat = { id, type: 'private', first_name: from.first_name }
  const now = () => Math.floor(Date.now() / 1000)
  const message = (content: Happening) => ({ message_id: ++lastId, date: now(), chat, from, ...content })
  const becomes = (status: string, was: string) => ({
    my_chat_member: {
      ...{ chat, from, date: now() },
      old_chat_member: { user: BOT, status: was },
      new_chat_member: { user: BOT, status, until_date: 0 },
    },
  })
  return {
    id,
    says: (text) => ({
      message: message(text.startsWith('/') ? { text, entities: [commandIn(text)] } : { text }),
    }),
    edits: (messageId, text) => ({
      edited_message: { ...message({ text }), message_id: messageId, edit_date: now() },
    }),
    presses: (data, label = data) => ({
      callback_query: {
        id: `${id}-${++lastId}`,
        from,
        chat_instance: String(-id),
        data,
        message: {
          ...{ message_id: ++lastId, date: now(), chat, from: BOT, text: '?' },
          reply_markup: { inline_keyboard: [[{ text: label, callback_data: data }]] },
        },
      },
    }),
    sends: (content) => ({ message: message(content) }),
    saysInGroup: (group, text) => ({
      message: { ...message({ text }), chat: { id: group, type: 'supergroup', title: 'Соседи' } },
    }),
    blocks: () => becomes('kicked', 'member'),
    returns: () => becomes('member', 'kicked'),
  }
}

export const BOT = { id: 123_456, is_bot: true, first_name: 'Окно', username: 'okno_fake_bot' }

function commandIn(text: string) {
  return { type: 'bot_command', offset: 0, length: text.search(/\s|$/) }
}

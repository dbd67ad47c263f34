import { type Conversation, FRESH_MEMORY, type Memory } from '../src/core/conversation.ts'
import { channelName, choiceId, conversationId, operatorId, ticketId } from '../src/core/ids.ts'
import type { Inbound } from '../src/core/message.ts'
import type { Turn } from '../src/core/turn.ts'

/** Examples: a thing of each kind, of which a test says only what it is about. */

/** A Tuesday noon, ms UTC. */
export const NOON = Date.UTC(2026, 2, 10, 12)

const COMMON = {
  from: { channel: channelName('web'), chat: 'citizen' },
  key: 'update',
  order: 1,
  sentAt: NOON,
  author: {},
} as const

export const text = (
  text: string,
  more: { readonly messageId?: string; readonly key?: string } = {},
): Inbound => {
  return { ...COMMON, kind: 'text', text, ...more }
}

export const choice = (id: string): Inbound => ({ ...COMMON, kind: 'choice', choice: choiceId(id) })

export const command = (command: string, rest = ''): Inbound => ({
  ...COMMON,
  kind: 'command',
  command,
  rest,
})

export const edit = (of: string, text: string): Inbound => ({ ...COMMON, kind: 'edit', of, text })

export const file = (text?: string): Inbound => {
  return { ...COMMON, kind: 'files', files: [{ ref: 'scan' }], ...(text !== undefined && { text }) }
}

export const sticker = (): Inbound => ({ ...COMMON, kind: 'other', what: 'sticker' })

export const group = (): Inbound => ({ ...COMMON, kind: 'group' })

export const stopped = (): Inbound => ({ ...COMMON, kind: 'stopped' })

export const inEnglish = (inbound: Inbound): Inbound => ({ ...inbound, author: { locale: 'en' } })

export const memory = (known: Partial<Memory> = {}): Memory => ({ ...FRESH_MEMORY, ...known })

/** With the bot, who has shown the privacy notice. */
export const conversation = (
  known: Partial<Memory> = {},
  more: Partial<Conversation> = {},
): Conversation => ({
  id: conversationId(1),
  address: COMMON.from,
  holder: { kind: 'bot' },
  epoch: 0,
  memory: memory({ noticed: true, ...known }),
  ticket: undefined,
  ...more,
})

/** The citizen waits and knows it. */
export const inQueue = (known: Partial<Memory> = {}): Conversation =>
  conversation({ handedOff: true, ...known }, { holder: { kind: 'queue', ticket: ticketId(7) } })

export const withOperator = (): Conversation =>
  conversation(
    { handedOff: true },
    { holder: { kind: 'operator', ticket: ticketId(7), operator: operatorId('anna') } },
  )

export const turn = (
  said: Inbound | readonly [Inbound, ...Inbound[]],
  known: Partial<Memory> | Conversation = {},
  at: number = NOON,
): Turn => ({
  conversation: 'holder' in known ? known : conversation(known),
  said: isOne(said) ? [said] : said,
  at,
})

const isOne = (said: Inbound | readonly [Inbound, ...Inbound[]]): said is Inbound => 'kind' in said

import type { ConversationId, OperatorId, TicketId, TopicId } from './ids.ts'
import type { Locale } from './locale.ts'
import type { Address } from './message.ts'
import type { Choice } from './reply.ts'
import type { Ticket } from './ticket.ts'

/** All that Okno and one citizen say to each other in one channel. */
export interface Conversation {
  readonly id: ConversationId
  readonly address: Address
  readonly holder: Holder
  /** Grows when the holder changes: what an earlier holder left unsent is never sent. */
  readonly epoch: number
  readonly memory: Memory
  /** The latest ticket, open or not: what a number that the citizen writes may mean. */
  readonly ticket: LastTicket | undefined
}

export type LastTicket = Pick<Ticket, 'id' | 'number' | 'state'>

/** Who answers the citizen now. There is always exactly one. */
export type Holder =
  | { readonly kind: 'bot' }
  /** The bot goes on while the ticket waits. */
  | { readonly kind: 'queue'; readonly ticket: TicketId }
  /** The bot is silent. */
  | { readonly kind: 'operator'; readonly ticket: TicketId; readonly operator: OperatorId }

/** What the bot remembers between two turns: a value, replaced whole. */
export interface Memory {
  readonly locale: Locale
  /** The privacy notice was shown, which comes before the first answer. */
  readonly noticed: boolean
  /** The choices of the last reply that had some, so that «2» can be understood. */
  readonly offered: readonly Choice[]
  /** The topic answered last: what «а в выходные?» is about. */
  readonly topic: TopicId | undefined
  /** When that answer was given, ms UTC. */
  readonly topicAt: number
  /** Fallbacks in a row; two make a handoff. */
  readonly fallbacks: number
  /** How often in a row the same reply was given: a loop is left by a handoff. */
  readonly repeats: number
  /** What the last reply was, to count `repeats`. */
  readonly lastReply: string
  /** The platform's id of the citizen's last message: only its edit is a new question. */
  readonly lastMessage: string | undefined
  /** The citizen was told that an operator comes. A provisional ticket is in the queue and not told of. */
  readonly handedOff: boolean
}

export const FRESH_MEMORY: Memory = {
  locale: 'ru',
  noticed: false,
  offered: [],
  topic: undefined,
  topicAt: 0,
  fallbacks: 0,
  repeats: 0,
  lastReply: '',
  lastMessage: undefined,
  handedOff: false,
}

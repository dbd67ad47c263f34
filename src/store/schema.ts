import type { Generated } from 'kysely'
import type { MessageAuthor } from '../contracts/transcript.ts'

/**
 * The tables. Times are ms UTC and structured values are JSON text, so that SQLite and PostgreSQL hold
 * the same. The unique indexes make double effects impossible even where code is wrong.
 */
export interface Tables {
  conversation: ConversationTable
  inbox: InboxTable
  message: MessageTable
  turn: TurnTable
  outbox: OutboxTable
  ticket: TicketTable
  unresolved_clock: UnresolvedClockTable
  dead_letter: DeadLetterTable
  operator: OperatorTable
  session: { hash: string; operator: string; created_at: number; seen_at: number }
  one_time_link: OneTimeLinkTable
  login_attempt: { key: string; failures: number; locked_until: number; at: number }
  ticket_log: TicketLogTable
  used_key: { key: string; at: number }
  channel_cursor: { channel: string; cursor: string }
  channel_limit: { channel: string; not_before: number; tokens: number; at: number }
}

export interface ConversationTable {
  id: Generated<number>
  channel: string
  chat: string
  holder: string
  epoch: number
  memory: string
  pace: string
  version: number
  next_seq: number
  /** Nothing this citizen sends has its turn before. */
  turn_not_before: number
  created_at: number
  last_ticket: number | null
}

/** What the doors kept, until its turn and 14 days on, for its key. */
export interface InboxTable {
  id: Generated<number>
  channel: string
  key: string
  conversation_id: number
  payload: string
  sort_key: number
  status: InboxStatus
  attempts: number
  next_at: number
  received_at: number
  error: string | null
}
export const INBOX = { new: 0, done: 1, dead: 2 } as const
export type InboxStatus = (typeof INBOX)[keyof typeof INBOX]

/** The transcript: what was said, by whom, in order. A row is one native message. */
export interface MessageTable {
  id: Generated<number>
  conversation_id: number
  seq: number
  author: MessageAuthor
  /** An `Inbound` of the citizen's, a `Part` of ours, `{ text }` of a note. */
  body: string
  at: number
  inbox_id: number | null
  /** Who of the operators said it. */
  operator: string | null
}

/** What was decided, and why. */
export interface TurnTable {
  id: Generated<number>
  conversation_id: number
  at: number
  kind: string
  rule: string
  /** The outcome without its replies, evidence included. */
  outcome: string
  content_version: string
  /** The highest number in the transcript when it was written. */
  after_seq: number
}

/** The delivery of a message of ours; `seq` is that of its transcript row. */
export interface OutboxTable {
  id: Generated<number>
  conversation_id: number
  seq: number
  channel: string
  chat: string
  part: string
  key: string
  epoch: number | null
  status: OutboxStatus
  attempts: number
  unknowns: number
  next_at: number
  lease_until: number
  platform_id: string | null
  created_at: number
  done_at: number | null
  error: string | null
}
export const OUTBOX = { pending: 0, sending: 1, sent: 2, dead: 3, withdrawn: 4 } as const
export type OutboxStatus = (typeof OUTBOX)[keyof typeof OUTBOX]

export interface TicketTable {
  id: Generated<number>
  number: string
  conversation_id: number
  state: string
  reason: string
  team: string
  topic: string | null
  operator: string | null
  asked_at: number
  opened_at: number
  due_at: number
  version: number
  claimed_at: number | null
  resolved_at: number | null
  waiting_since: number | null
  lease_until: number | null
}
export const OPEN_TICKET_STATES = ['provisional', 'waiting', 'claimed'] as const

/** The clock of promise 4, a row and not a timer: it survives whatever happens to us. */
export interface UnresolvedClockTable {
  conversation_id: number
  asked_at: number
  opens_at: number
  topic: string | null
}

export interface DeadLetterTable {
  id: Generated<number>
  channel: string
  key: string
  raw: string
  why: string
  at: number
}

export interface OperatorTable {
  id: string
  login: string
  name: string
  role: string
  locale: string
  disabled: number
  password_hash: string | null
  created_at: number
  last_seen_at: number | null
}

/** Secrets are kept as SHA-256 only. */
export interface OneTimeLinkTable {
  hash: string
  kind: string
  operator: string | null
  role: string
  expires_at: number
  used_at: number | null
}

export interface TicketLogTable {
  id: Generated<number>
  ticket_id: number
  kind: string
  operator: string | null
  at: number
}

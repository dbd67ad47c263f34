import type { DueRow, Pace } from '../contracts/turn-store.ts'
import {
  type Conversation,
  FRESH_MEMORY,
  type Holder,
  type LastTicket,
  type Memory,
} from '../core/conversation.ts'
import {
  channelName,
  conversationId,
  inboxId,
  operatorId,
  teamName,
  ticketId,
  ticketNumber,
  topicId,
} from '../core/ids.ts'
import type { Inbound } from '../core/message.ts'
import type { HandoffReason, Ticket, TicketState } from '../core/ticket.ts'
import type { ConversationTable, InboxTable, TicketTable } from './schema.ts'

/** Rows back into the words of core. Only this program writes them, so JSON is read without a schema. */

type Row<Table> = {
  readonly [Column in keyof Table]: Table[Column] extends { __select__: infer Read } ? Read : Table[Column]
}

export type ConversationRow = Row<ConversationTable>
export type InboxRow = Pick<Row<InboxTable>, 'id' | 'payload' | 'attempts' | 'received_at'>
export type TicketRow = Row<TicketTable>

/** Of a citizen who never wrote: full by the first turn, since it fills with time (`gateway/pace.ts`). */
export const FULL_PACE: Pace = { tokens: 0, at: 0, noticed: false }

export function toConversation(row: ConversationRow, ticket?: LastTicket): Conversation {
  return {
    id: conversationId(row.id),
    address: { channel: channelName(row.channel), chat: row.chat },
    holder: JSON.parse(row.holder) as Holder,
    epoch: row.epoch,
    memory: { ...FRESH_MEMORY, ...(JSON.parse(row.memory) as Memory) },
    ticket,
  }
}

export function toDueRow(row: InboxRow): DueRow {
  return {
    id: inboxId(row.id),
    inbound: JSON.parse(row.payload) as Inbound,
    receivedAt: row.received_at,
    attempts: row.attempts,
  }
}

export function toTicket(row: TicketRow): Ticket {
  return {
    id: ticketId(row.id),
    number: ticketNumber(row.number),
    conversation: conversationId(row.conversation_id),
    state: row.state as TicketState,
    reason: row.reason as HandoffReason,
    team: teamName(row.team),
    topic: row.topic === null ? undefined : topicId(row.topic),
    operator: row.operator === null ? undefined : operatorId(row.operator),
    askedAt: row.asked_at,
    openedAt: row.opened_at,
    dueAt: row.due_at,
    version: row.version,
    claimedAt: row.claimed_at ?? undefined,
    resolvedAt: row.resolved_at ?? undefined,
    waitingSince: row.waiting_since ?? undefined,
  }
}

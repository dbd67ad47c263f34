import type { Conversation, Holder } from '../core/conversation.ts'
import type { ConversationId, OperatorId, TicketId, TicketNumber } from '../core/ids.ts'
import type { Ticket } from '../core/ticket.ts'

/** What the desk's verbs need of the store. */
export interface DeskTx {
  /** Locks the ticket's conversation, as a turn does, and returns both. */
  lockTicket(id: TicketId): Promise<Held | undefined>
  /** The ticket of this conversation that is not closed; at most one is. */
  openTicket(conversation: ConversationId): Promise<Ticket | undefined>
  ticket(id: TicketId): Promise<Ticket | undefined>
  /** A new ticket; its number comes from its id. */
  addTicket(draft: TicketDraft, numberOf: (id: TicketId) => TicketNumber): Promise<Ticket>
  /** Moves a ticket on; undefined when it is no longer in the version that was read. */
  moveTicket(ticket: Ticket, to: TicketMove): Promise<Ticket | undefined>
  /** How many wait in the queue before this one, provisional ones after the asked-for. */
  ticketsAhead(ticket: Ticket): Promise<number>
  /** The conversation's epoch grows when an operator takes it. */
  setHolder(conversation: ConversationId, holder: Holder): Promise<void>
  /** What the bot had still to say is not said: whatever of it was not on its way yet. */
  withdrawBotSends(conversation: ConversationId, at: number): Promise<number>
  /** For operators only, in the transcript. */
  addNote(conversation: ConversationId, note: Note, at: number): Promise<void>
  /** False when this key was used before: the screen repeats itself. */
  takeKey(key: string, at: number): Promise<boolean>
  /** What became of a ticket, for good: who did it, when. */
  log(ticket: TicketId, entry: TicketEntry): Promise<void>
  /** The connection of an operator lives: the tickets in hand stay in hand until `until`. */
  extendLeases(operator: OperatorId, until: number): Promise<void>
  /** A claimed ticket whose lease ran out before `now`, or whose citizen waits since before `silentSince`. */
  nextLapsed(now: number, silentSince: number): Promise<Held | undefined>
  /** A ticket that was resolved before `before` and is not closed yet. */
  nextToClose(before: number): Promise<Ticket | undefined>
}

export interface Held {
  readonly ticket: Ticket
  readonly conversation: Conversation
}

export interface Note {
  readonly operator: OperatorId
  readonly text: string
}

export interface TicketEntry {
  readonly kind:
    | 'opened'
    | 'claimed'
    | 'released'
    | 'lapsed'
    | 'resolved'
    | 'reopened'
    | 'withdrawn'
    | 'closed'
  readonly operator: OperatorId | undefined
  readonly at: number
}

export type TicketDraft = Omit<
  Ticket,
  'id' | 'number' | 'version' | 'operator' | 'claimedAt' | 'resolvedAt' | 'waitingSince'
>

/** `undefined` clears a field that may be empty; what is left out stays. */
export interface TicketMove {
  readonly state?: Ticket['state']
  readonly reason?: Ticket['reason']
  readonly topic?: Ticket['topic']
  readonly team?: Ticket['team']
  readonly operator?: Ticket['operator'] | undefined
  readonly claimedAt?: number | undefined
  readonly resolvedAt?: number | undefined
  readonly waitingSince?: number | undefined
  readonly leaseUntil?: number
}

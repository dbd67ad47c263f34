import type { Holder } from '../core/conversation.ts'
import type { ConversationId, TicketId, TicketNumber } from '../core/ids.ts'
import type { Ticket } from '../core/ticket.ts'

/** What the desk's verbs need of the store. */
export interface DeskTx {
  /** The ticket of this conversation that is not closed; at most one is. */
  openTicket(conversation: ConversationId): Promise<Ticket | undefined>
  /** A new ticket; its number comes from its id. */
  addTicket(draft: TicketDraft, numberOf: (id: TicketId) => TicketNumber): Promise<Ticket>
  /** Moves a ticket on; false when it is no longer in the version that was read. */
  moveTicket(
    ticket: Ticket,
    to: Partial<Pick<Ticket, 'state' | 'reason' | 'operator' | 'topic' | 'team'>>,
  ): Promise<boolean>
  /** How many wait in the queue before this one, provisional ones after the asked-for. */
  ticketsAhead(ticket: Ticket): Promise<number>
  setHolder(conversation: ConversationId, holder: Holder): Promise<void>
}

export type TicketDraft = Omit<Ticket, 'id' | 'number' | 'version' | 'operator'>

import type { Conversation } from '../core/conversation.ts'
import type { TeamName, TicketNumber, TopicId } from '../core/ids.ts'
import type { HandoffReason } from '../core/ticket.ts'
import type { DeskTx } from './desk-store.ts'
import type { TurnTx } from './turn-store.ts'

/** The operators' side, as the gateway sees it. */
export interface Desk {
  /**
   * Puts a conversation into the queue. A conversation has at most one open ticket: opening it again
   * answers with the one there is, a provisional one becomes asked-for.
   */
  open(tx: DeskTx, handoff: Handoff): Promise<Opened>
  /** The dialogue resolved itself: a provisional ticket is withdrawn, any other stays. */
  withdraw(tx: DeskTx, conversation: Conversation, at: number): Promise<void>
  /** The citizen wrote while the queue or an operator has the conversation. */
  hear(tx: DeskTx, conversation: Conversation, at: number): Promise<void>
  /** The citizen wrote the number of the latest ticket; undefined when it is closed for good. */
  reopen(tx: DeskTx, conversation: Conversation, at: number): Promise<Opened | undefined>
  /**
   * Puts in order what time alone has changed: tickets whose operator is gone or silent, resolved ones
   * to be closed. Each call one; false when nothing is left.
   */
  sweep(tx: DeskTx & Pick<TurnTx, 'say'>, at: number): Promise<boolean>
  /** The citizen goes on with the bot. */
  leave(tx: DeskTx, conversation: Conversation, at: number): Promise<void>
}

export interface Handoff {
  readonly conversation: Conversation
  readonly reason: HandoffReason
  /** The bot goes on, and a resolving turn withdraws it. */
  readonly provisional: boolean
  readonly topic: TopicId | undefined
  readonly team: TeamName | undefined
  readonly askedAt: number
  readonly at: number
}

/** What fills the slots of a reply. */
export interface Opened {
  readonly number: TicketNumber
  /** 1 is next. */
  readonly place: number
  readonly isNew: boolean
}

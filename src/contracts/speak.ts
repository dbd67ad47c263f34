import type { Conversation } from '../core/conversation.ts'
import type { OperatorId } from '../core/ids.ts'
import type { Reply } from '../core/reply.ts'
import type { TurnTx } from './turn-store.ts'

/**
 * Says something to a citizen: fitted to the channel, frozen, and in the outbox when the transaction
 * commits. The bot and the operators have this one way out.
 */
export type Speak = (tx: Pick<TurnTx, 'say'>, speech: Speech) => Promise<void>

export interface Speech {
  readonly conversation: Conversation
  readonly reply: Reply
  /** Undefined for the desk's own notices. */
  readonly operator: OperatorId | undefined
  readonly at: number
}

/** What the desk has to say to a citizen, in the words of the content. */
export interface DeskNotices {
  claimed(conversation: Conversation, name: string): Reply
  released(conversation: Conversation): Reply
  resolved(conversation: Conversation): Reply
}

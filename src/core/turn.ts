import type { Conversation } from './conversation.ts'
import type { Inbound } from './message.ts'

/** What the citizen sent since the last turn, at least one thing, in the order it was meant. */
export interface Turn {
  readonly conversation: Conversation
  readonly said: readonly [Inbound, ...Inbound[]]
  /** ms UTC. */
  readonly at: number
}

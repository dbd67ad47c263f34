import type { ConversationId, OperatorId, TeamName, TicketId, TicketNumber, TopicId } from './ids.ts'

/** An unresolved conversation in the operators' hands: what the queue is made of. */
export interface Ticket {
  readonly id: TicketId
  readonly number: TicketNumber
  readonly conversation: ConversationId
  readonly state: TicketState
  readonly reason: HandoffReason
  readonly team: TeamName
  /** What it is probably about, for routing and for the operator's first glance. */
  readonly topic: TopicId | undefined
  readonly operator: OperatorId | undefined
  /** When the message arrived that left the dialogue unresolved, ms UTC: promise 4 counts from here. */
  readonly askedAt: number
  readonly openedAt: number
  readonly claimedAt: number | undefined
  readonly resolvedAt: number | undefined
  /** Since when the citizen waits for a word of an operator; undefined when nothing is unanswered. */
  readonly waitingSince: number | undefined
  /** When promise 4 would be broken: `askedAt` and 30 s. */
  readonly dueAt: number
  /** Grows by one with every change, so that a screen notices a gap. */
  readonly version: number
}

/**
 * provisional: the bot goes on, a resolving turn withdraws it · waiting: asked for, in the queue ·
 * claimed: an operator has it · resolved: answered, and may be reopened by its number · closed: so for
 * good · withdrawn: it was never needed, or the citizen went back to the bot.
 */
export type TicketState = 'provisional' | 'waiting' | 'claimed' | 'resolved' | 'closed' | 'withdrawn'

export type HandoffReason =
  /** The citizen asked for a human. */
  | 'asked-for-human'
  /** The citizen marked an answer as not helpful. */
  | 'not-helped'
  /** The bot fell back twice in a row, or went round in circles. */
  | 'not-understood'
  /** The topic is always for a human. */
  | 'topic-escalates'
  /** A clarification or a first fallback was left unresolved for 20 s: provisional. */
  | 'unresolved'
  /** The engine failed three times on a message. */
  | 'engine-failed'
  /** A message waited for its turn for so long that the watchdog took it to the desk. */
  | 'stalled'

/** Promise 4: from the message that left a dialogue unresolved to a ticket that operators see, ms. */
export const HANDOFF_WITHIN_MS = 30_000

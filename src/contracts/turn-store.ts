import type { Conversation, Memory } from '../core/conversation.ts'
import type { ConversationId, InboxId, OperatorId, TopicId } from '../core/ids.ts'
import type { Inbound } from '../core/message.ts'
import type { Outcome } from '../core/outcome.ts'
import type { Part } from '../core/reply.ts'

/** What a turn needs of the store. */
export interface TurnTx {
  /**
   * Locks the conversation whose oldest due message has waited longest, with what it has to say, in
   * order. A message that failed before comes alone. Undefined when nothing is due.
   */
  nextTurn(now: number): Promise<DueTurn | undefined>
  /** Marks the messages done and writes them into the transcript. */
  record(due: DueTurn, at: number): Promise<void>
  /** Writes what is said to the citizen: into the transcript and the outbox, in order. */
  say(conversation: ConversationId, said: Said, at: number): Promise<void>
  /** Keeps the outcome with its evidence. */
  note(conversation: ConversationId, outcome: Outcome, contentVersion: string, at: number): Promise<void>
  /** The next state; rejects when another turn changed the conversation since. */
  advance(due: DueTurn, next: NextState): Promise<void>
  /** Starts the clock of promise 4, unless it runs. */
  startClock(conversation: ConversationId, clock: UnresolvedClock): Promise<void>
  stopClock(conversation: ConversationId): Promise<void>
  /**
   * The messages of a failed turn come up again at `retryAt`, and nothing of that citizen before; or,
   * with no `retryAt`, they are dead. False when this attempt was noted before.
   */
  fail(
    failed: readonly DueRow[],
    conversation: ConversationId,
    retryAt: number | undefined,
    why: string,
  ): Promise<boolean>
  /** What this citizen has sent and will send has its turn no sooner than `until`. */
  pace(conversation: ConversationId, until: number): Promise<void>
}

export interface DueTurn {
  readonly conversation: Conversation
  readonly version: number
  readonly pace: Pace
  readonly rows: readonly [DueRow, ...DueRow[]]
}

export interface DueRow {
  readonly id: InboxId
  readonly inbound: Inbound
  /** When it was kept, ms UTC. */
  readonly receivedAt: number
  readonly attempts: number
}

/** A token bucket of turns: how a citizen who floods us is slowed down alone. */
export interface Pace {
  readonly tokens: number
  readonly at: number
  /** The notice was given in this flood. */
  readonly noticed: boolean
}

export interface Said {
  readonly parts: readonly Part[]
  readonly author: 'bot' | 'notice' | 'operator'
  /** Who of the operators says it. */
  readonly operator?: OperatorId
  /** Undefined for what goes out whoever holds the conversation. */
  readonly epoch: number | undefined
}

export interface NextState {
  readonly memory: Memory
  readonly pace: Pace
}

export interface UnresolvedClock {
  /** When the message arrived that left the dialogue unresolved. */
  readonly askedAt: number
  /** When the watchdog opens a provisional ticket. */
  readonly opensAt: number
  readonly topic: TopicId | undefined
}

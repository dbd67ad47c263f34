import type { Memory } from '../core/conversation.ts'
import type { ConversationId, OperatorId, TicketId } from '../core/ids.ts'
import type { Address } from '../core/message.ts'
import type { Operator, Role } from '../core/operator.ts'
import type { Ticket } from '../core/ticket.ts'
import type { MessageAuthor } from './transcript.ts'

/** What the inbox reads, outside of a transaction. */
export interface InboxReads {
  /** Every open ticket, and those resolved after `since`; changed after a version is for the caller to see. */
  queue(resolvedSince: number): Promise<readonly QueueRow[]>
  row(ticket: TicketId): Promise<QueueRow | undefined>
  /** The transcript of a conversation, oldest first, at most `limit` of the newest. */
  transcript(conversation: ConversationId, limit: number): Promise<readonly TranscriptRow[]>
  /** What the bot decided, oldest first. */
  turns(conversation: ConversationId, limit: number): Promise<readonly TurnRow[]>
  ticketsOf(conversation: ConversationId): Promise<readonly Ticket[]>
  /** Of the tickets opened after `since`: how long it took, ms, in no order; at most the newest 20 000. */
  promise(since: number): Promise<readonly PromiseRow[]>
}

export interface QueueRow {
  readonly ticket: Ticket
  readonly operatorName: string | undefined
  readonly address: Address
  readonly locale: Memory['locale']
  /** The citizen's last message as JSON of an `Inbound`, if there is one. */
  readonly lastInbound: string | undefined
}

export interface TranscriptRow {
  readonly seq: number
  readonly at: number
  readonly author: MessageAuthor
  readonly operatorName: string | undefined
  /** JSON: an `Inbound` of the citizen's, a `Part` of ours, `{ text }` of a note. */
  readonly body: string
  readonly delivery: 'pending' | 'sent' | 'failed' | 'unconfirmed' | 'withdrawn' | undefined
}

export interface TurnRow {
  readonly at: number
  /** The highest number in the transcript when it was written. */
  readonly afterSeq: number
  readonly kind: string
  readonly rule: string
  /** JSON of the outcome without its replies. */
  readonly outcome: string
}

export interface PromiseRow {
  readonly openedAfterMs: number
  readonly claimedAfterMs: number | undefined
}

/** Who may come in. Secrets are kept as hashes only. */
export interface AccessTx {
  operators(): Promise<readonly OperatorAccess[]>
  operator(id: OperatorId): Promise<OperatorAccess | undefined>
  operatorByLogin(login: string): Promise<OperatorAccess | undefined>
  /** Undefined when the login is taken. */
  addOperator(operator: Operator, at: number): Promise<OperatorAccess | undefined>
  /** Without a hash (null) nobody logs in until a link was used. */
  changeOperator(
    id: OperatorId,
    to: Partial<Pick<Operator, 'name' | 'role' | 'locale' | 'disabled'>> & {
      readonly passwordHash?: string | null
    },
  ): Promise<void>
  /** How many administrators may log in. */
  administrators(): Promise<number>

  addSession(session: Session): Promise<void>
  session(hash: string): Promise<Session | undefined>
  /** Those of them that there are, in no order. */
  sessions(hashes: readonly string[]): Promise<readonly Session[]>
  touchSession(hash: string, seenAt: number): Promise<void>
  endSession(hash: string): Promise<void>
  /** All of an operator's, but for one. */
  endSessions(operator: OperatorId, except?: string): Promise<void>

  addLink(link: OneTimeLink): Promise<void>
  link(hash: string): Promise<OneTimeLink | undefined>
  /** False when it was used before. */
  spendLink(hash: string, at: number): Promise<boolean>
  /** Links of this kind that were not used end now. */
  endLinks(kind: OneTimeLink['kind'], operator: OperatorId | undefined): Promise<void>

  attempts(key: string): Promise<Attempts | undefined>
  noteAttempts(key: string, attempts: Attempts): Promise<void>
  clearAttempts(key: string): Promise<void>
}

export interface OperatorAccess extends Operator {
  readonly passwordHash: string | undefined
  readonly lastSeenAt: number | undefined
}

export interface Session {
  /** SHA-256 of what the cookie holds. */
  readonly hash: string
  readonly operator: OperatorId
  readonly createdAt: number
  readonly seenAt: number
}

export interface OneTimeLink {
  /** SHA-256 of what the address holds. */
  readonly hash: string
  readonly kind: 'first-administrator' | 'invitation' | 'reset'
  /** Undefined for the first administrator, who is made by it. */
  readonly operator: OperatorId | undefined
  readonly role: Role
  readonly expiresAt: number
  readonly usedAt: number | undefined
}

export interface Attempts {
  readonly failures: number
  /** Nothing is tried before, ms UTC. */
  readonly lockedUntil: number
  readonly at: number
}

import type { ChannelName, ConversationId, OutboxId } from '../core/ids.ts'
import type { Address } from '../core/message.ts'
import type { Part } from '../core/reply.ts'

/** What a sender needs of the store. */
export interface SendTx {
  /**
   * Leases the oldest unsent row of each conversation, the longest waiting first, as many as `limit`
   * and the channel's rate allow. A lease that runs out leaves the outcome unknown.
   */
  lease(channel: ChannelName, order: LeaseOrder): Promise<Leased>
  /** Each is fenced by its attempt: false when somebody else has the row by now. */
  markSent(row: LeasedRow, platformId: string | undefined, at: number): Promise<boolean>
  markRetry(row: LeasedRow, retryAt: number, why: string, outcomeUnknown: boolean): Promise<boolean>
  markDead(row: LeasedRow, why: string, at: number): Promise<boolean>
  /** Nothing is sent in this channel before `until`. */
  pauseChannel(channel: ChannelName, until: number): Promise<void>
}

export interface LeaseOrder {
  readonly limit: number
  readonly now: number
  readonly leaseUntil: number
  readonly perSecond: number
}

export interface Leased {
  readonly rows: readonly LeasedRow[]
  /** When more may be due, ms UTC; undefined when nothing is known to be. */
  readonly nextAt: number | undefined
}

export interface LeasedRow {
  readonly id: OutboxId
  readonly to: Address
  readonly part: Part
  readonly key: string
  readonly attempts: number
  /** How often an attempt ended without our knowing its outcome. */
  readonly unknowns: number
  readonly createdAt: number
  readonly conversation: ConversationId
  /** The bot's own, which a claim withdraws; all else is a word of an operator or of the desk. */
  readonly isBots: boolean
}

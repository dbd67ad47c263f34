import type { Limits } from '../contracts/channel.ts'
import type { Clock } from '../contracts/clock.ts'
import type { Desk, Opened } from '../contracts/desk.ts'
import type { DeskTx } from '../contracts/desk-store.ts'
import type { Notices } from '../contracts/notices.ts'
import type { Responder } from '../contracts/responder.ts'
import type { DueTurn, TurnTx } from '../contracts/turn-store.ts'
import type { Conversation } from '../core/conversation.ts'
import type { ChannelName } from '../core/ids.ts'
import type { Inbound } from '../core/message.ts'
import type { Outcome } from '../core/outcome.ts'
import type { Reply } from '../core/reply.ts'
import { takeToken } from './pace.ts'
import { say } from './say.ts'

export interface TurnDeps {
  readonly clock: Clock
  readonly responder: Responder
  readonly desk: Desk
  readonly notices: Notices
  readonly limitsOf: (channel: ChannelName) => Limits
}

/** A clarification or a first fallback is given so long to resolve itself, ms; then operators see it. */
export const UNRESOLVED_AFTER_MS = 20_000

/** What failed, for whoever decides whether it is tried again. */
export class TurnFailed extends Error {
  override readonly name = 'TurnFailed'
  readonly due: DueTurn

  constructor(due: DueTurn, cause: unknown) {
    super('a turn failed', { cause })
    this.due = due
  }
}

/**
 * One turn, all of it in the caller's transaction: the messages done and in the transcript, the
 * outcome with its evidence, the replies in the outbox, the next state, and the ticket. False when
 * nothing is due. Rejects with TurnFailed, and then nothing of it is written.
 */
export async function takeTurn(tx: TurnTx & DeskTx, deps: TurnDeps): Promise<boolean> {
  const at = deps.clock.now()
  const due = await tx.nextTurn(at)
  if (due === undefined) return false
  try {
    await write(tx, deps, due, at)
  } catch (error) {
    throw new TurnFailed(due, error)
  }
  return true
}

async function write(tx: TurnTx & DeskTx, deps: TurnDeps, due: DueTurn, at: number): Promise<void> {
  const { conversation } = due
  const { respond, contentVersion } = deps.responder.current()
  const outcome = respond({ conversation, said: saidIn(due), at })
  const { pace, until, tell } = takeToken(due.pace, at)

  await tx.record(due, at)
  await deps.desk.hear(tx, conversation, at)
  const opened = await followUp(tx, deps.desk, due, outcome, at)
  const replies = tell ? [...outcome.replies, deps.notices.pace(outcome.memory.locale)] : outcome.replies
  await sayAll(tx, deps, conversation, replies, opened, at)
  await tx.note(conversation.id, outcome, contentVersion, at)
  await tx.advance(due, { memory: outcome.memory, pace })
  if (until !== undefined) await tx.pace(conversation.id, until)
}

function saidIn({ rows: [first, ...others] }: DueTurn): readonly [Inbound, ...Inbound[]] {
  return [first.inbound, ...others.map((row) => row.inbound)]
}

/** What the outcome means for promise 4: a ticket, a clock, or the end of both. */
async function followUp(
  tx: TurnTx & DeskTx,
  desk: Desk,
  { conversation, rows }: DueTurn,
  outcome: Outcome,
  at: number,
): Promise<Opened | undefined> {
  const askedAt = Math.min(...rows.map((row) => row.receivedAt))
  switch (outcome.kind) {
    case 'handed-off': {
      const { reason, topic, team } = outcome
      await tx.stopClock(conversation.id)
      return desk.open(tx, { conversation, reason, provisional: false, topic, team, askedAt, at })
    }
    case 'clarified':
    case 'fell-back': {
      const topic = outcome.kind === 'clarified' ? outcome.topics[0] : undefined
      await tx.startClock(conversation.id, { askedAt, opensAt: askedAt + UNRESOLVED_AFTER_MS, topic })
      return undefined
    }
    case 'answered':
      await resolved(tx, desk, conversation, at)
      return undefined
    case 'talked':
      if (outcome.closes) await resolved(tx, desk, conversation, at)
      return undefined
    case 'reopened':
      return desk.reopen(tx, conversation, at)
    case 'returned':
      await tx.stopClock(conversation.id)
      await desk.leave(tx, conversation, at)
      return undefined
    case 'noted':
      return undefined
  }
}

async function resolved(
  tx: TurnTx & DeskTx,
  desk: Desk,
  conversation: Conversation,
  at: number,
): Promise<void> {
  await tx.stopClock(conversation.id)
  await desk.withdraw(tx, conversation, at)
}

async function sayAll(
  tx: TurnTx,
  { limitsOf }: TurnDeps,
  conversation: Conversation,
  replies: readonly Reply[],
  opened: Opened | undefined,
  at: number,
): Promise<void> {
  const limits = limitsOf(conversation.address.channel)
  for (const reply of replies) await say(tx, { conversation, reply, limits, opened, at })
}

import type { DeskTx } from '../contracts/desk-store.ts'
import type { TurnTx } from '../contracts/turn-store.ts'
import { backoff } from './backoff.ts'
import { say } from './say.ts'
import type { TurnDeps, TurnFailed } from './turn.ts'

/** A message is tried so often; then it is dead, and a ticket. With the pauses between, within 4 s. */
const TRIES = 3

/**
 * Notes that a turn failed: it comes up again, or an operator has it now and the citizen is told.
 * `known`: several workers met the same message, and another has noted it.
 */
export async function failTurn(
  tx: TurnTx & DeskTx,
  { due }: TurnFailed,
  why: string,
  random: number,
  { clock, desk, notices, limitsOf }: TurnDeps,
): Promise<'again' | 'dead' | 'known'> {
  const { conversation, rows } = due
  const at = clock.now()
  const attempt = Math.max(...rows.map((row) => row.attempts)) + 1
  if (attempt < TRIES) {
    const retryAt = at + backoff(attempt, random, { first: 500, most: 2_000 })
    return (await tx.fail(rows, conversation.id, retryAt, why)) ? 'again' : 'known'
  }
  const askedAt = Math.min(...rows.map((row) => row.receivedAt))
  const isNew = await tx.fail(rows, conversation.id, undefined, why)
  if (!isNew) return 'known'
  const handoff = { reason: 'engine-failed', provisional: false, topic: undefined, team: undefined } as const
  const opened = await desk.open(tx, { conversation, ...handoff, askedAt, at })
  const reply = notices.failed(conversation.memory.locale)
  await say(tx, { conversation, reply, limits: limitsOf(conversation.address.channel), opened, at })
  return 'dead'
}

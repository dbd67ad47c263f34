import type { AccessTx, OperatorAccess, Session } from '../../../src/contracts/inbox-store.ts'
import type { OperatorId } from '../../../src/core/ids.ts'
import type { Operator } from '../../../src/core/operator.ts'

export const IDLE_MS = 60 * 60_000
export const ABSOLUTE_MS = 12 * 3_600_000
/** Being seen is written down at most so often. */
const TOUCH_MS = 60_000

/** Somebody who is logged in, and by what session. */
export interface Visit {
  readonly operator: Operator
  readonly session: Session
}

/** The session of this hash with its operator, if both are still good. A dead one is removed. */
export async function findVisit(tx: AccessTx, hash: string, now: number): Promise<Visit | undefined> {
  const session = await tx.session(hash)
  if (session === undefined) return undefined
  const visit = goodVisit(session, await tx.operator(session.operator), now)
  if (visit === undefined) await tx.endSession(hash)
  return visit
}

/**
 * Who of these is still in. They are at work: each session is prolonged, which is written down at most
 * once a minute.
 */
export async function keepAlive(
  tx: AccessTx,
  hashes: readonly string[],
  now: number,
): Promise<ReadonlyMap<string, Operator>> {
  const operators = new Map((await tx.operators()).map((operator) => [operator.id, operator]))
  const alive = new Map<string, Operator>()
  for (const session of await tx.sessions(hashes)) {
    const visit = goodVisit(session, operators.get(session.operator), now)
    if (visit === undefined) continue
    await touchVisit(tx, visit, now)
    alive.set(session.hash, visit.operator)
  }
  return alive
}

function goodVisit(session: Session, operator: OperatorAccess | undefined, now: number): Visit | undefined {
  if (operator === undefined || operator.disabled || isOver(session, now)) return undefined
  return { operator: withoutSecrets(operator), session }
}

/** Writes down that they are here. */
export async function touchVisit(tx: AccessTx, visit: Visit, now: number): Promise<Visit> {
  if (now - visit.session.seenAt < TOUCH_MS) return visit
  await tx.touchSession(visit.session.hash, now)
  return { ...visit, session: { ...visit.session, seenAt: now } }
}

/** A new session, never one that was there before the login. */
export async function openVisit(
  tx: AccessTx,
  id: OperatorId,
  { hash, before, now }: { readonly hash: string; readonly before: string | undefined; readonly now: number },
): Promise<Visit> {
  if (before !== undefined) await tx.endSession(before)
  const session: Session = { hash, operator: id, createdAt: now, seenAt: now }
  await tx.addSession(session)
  await tx.touchSession(hash, now)
  const operator = await tx.operator(id)
  if (operator === undefined) throw new Error('a session was opened for nobody')
  return { operator: withoutSecrets(operator), session }
}

const isOver = ({ createdAt, seenAt }: Session, now: number): boolean =>
  now - seenAt >= IDLE_MS || now - createdAt >= ABSOLUTE_MS

/** What leaves this folder has no hash of a password in it. */
function withoutSecrets({ id, login, name, role, locale, disabled }: OperatorAccess): Operator {
  return { id, login, name, role, locale, disabled }
}

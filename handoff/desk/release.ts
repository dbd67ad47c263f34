import type { Held } from '../../src/contracts/desk-store.ts'
import type { Ticket } from '../../src/core/ticket.ts'
import { type Act, type Result, refuse } from './act.ts'
import type { DeskDeps, Tx } from './deps.ts'

/** Gives a ticket back to the queue: it keeps its place, and the bot goes on. */
export async function releaseTicket(
  tx: Tx,
  { ticket: id, operator, at }: Act,
  deps: DeskDeps,
): Promise<Result> {
  const held = await tx.lockTicket(id)
  if (held === undefined) return refuse('not-found')
  const { ticket } = held
  if (ticket.state !== 'claimed' || ticket.operator !== operator.id) return refuse('not-yours', ticket)
  const released = await backToQueue(tx, held, at, deps)
  if (released === undefined) return refuse('not-yours', ticket)
  await tx.log(id, { kind: 'released', operator: operator.id, at })
  return { ok: true, ticket: released }
}

/**
 * One ticket whose operator is gone, or silent for too long, goes back by itself; undefined when there
 * is none.
 */
export async function releaseLapsed(tx: Tx, at: number, deps: DeskDeps): Promise<Ticket | undefined> {
  const held = await tx.nextLapsed(at, at - deps.times.silenceMs)
  if (held === undefined) return undefined
  const released = await backToQueue(tx, held, at, deps)
  if (released === undefined) return undefined
  await tx.log(released.id, { kind: 'lapsed', operator: held.ticket.operator, at })
  return released
}

async function backToQueue(tx: Tx, { ticket, conversation }: Held, at: number, deps: DeskDeps) {
  const waitingSince = ticket.waitingSince ?? at
  const released = await tx.moveTicket(ticket, { state: 'waiting', operator: undefined, waitingSince })
  if (released === undefined) return undefined
  await tx.setHolder(conversation.id, { kind: 'queue', ticket: ticket.id })
  const reply = deps.notices.released(conversation)
  await deps.speak(tx, { conversation, reply, operator: undefined, at })
  return released
}

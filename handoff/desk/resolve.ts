import { type Act, type Result, refuse } from './act.ts'
import type { DeskDeps, Tx } from './deps.ts'

/** The question is answered: the bot has the conversation again, and the number reopens the ticket. */
export async function resolveTicket(
  tx: Tx,
  { ticket: id, operator, at }: Act,
  deps: DeskDeps,
): Promise<Result> {
  const held = await tx.lockTicket(id)
  if (held === undefined) return refuse('not-found')
  const { ticket, conversation } = held
  if (ticket.state !== 'claimed' || ticket.operator !== operator.id) return refuse('not-yours', ticket)

  const resolved = await tx.moveTicket(ticket, { state: 'resolved', resolvedAt: at, waitingSince: undefined })
  if (resolved === undefined) return refuse('not-yours', ticket)
  await tx.setHolder(conversation.id, { kind: 'bot' })
  await tx.log(id, { kind: 'resolved', operator: operator.id, at })
  const reply = deps.notices.resolved(conversation)
  await deps.speak(tx, { conversation, reply, operator: undefined, at })
  return { ok: true, ticket: resolved }
}

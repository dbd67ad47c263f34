import { type Act, type Result, refuse } from './act.ts'
import type { DeskDeps, Tx } from './deps.ts'

/**
 * Two operators may press at once: exactly one gets the ticket. From the commit on the bot is silent:
 * what it had still to say is withdrawn, and the citizen is told who answers.
 */
export async function claimTicket(
  tx: Tx,
  { ticket: id, operator, at }: Act,
  deps: DeskDeps,
): Promise<Result> {
  const held = await tx.lockTicket(id)
  if (held === undefined) return refuse('not-found')
  const { ticket, conversation } = held
  if (ticket.state !== 'waiting' && ticket.state !== 'provisional') return refuse('not-waiting', ticket)

  const claimed = await tx.moveTicket(ticket, {
    state: 'claimed',
    operator: operator.id,
    claimedAt: ticket.claimedAt ?? at,
    leaseUntil: at + deps.times.leaseMs,
    waitingSince: at,
  })
  if (claimed === undefined) return refuse('not-waiting', ticket)
  await tx.setHolder(conversation.id, { kind: 'operator', ticket: id, operator: operator.id })
  await tx.withdrawBotSends(conversation.id, at)
  await tx.log(id, { kind: 'claimed', operator: operator.id, at })
  const reply = deps.notices.claimed(conversation, operator.name)
  await deps.speak(tx, { conversation, reply, operator: undefined, at })
  return { ok: true, ticket: claimed }
}

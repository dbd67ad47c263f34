import type { Opened } from '../../src/contracts/desk.ts'
import type { DeskTx } from '../../src/contracts/desk-store.ts'
import type { Conversation } from '../../src/core/conversation.ts'
import type { OperatorId } from '../../src/core/ids.ts'
import type { Ticket } from '../../src/core/ticket.ts'
import { type Act, type Result, refuse } from './act.ts'
import { placed } from './place.ts'

/** An operator opens a resolved ticket again: it waits in the queue. */
export async function reopenTicket(tx: DeskTx, { ticket: id, operator, at }: Act): Promise<Result> {
  const held = await tx.lockTicket(id)
  if (held === undefined) return refuse('not-found')
  if (held.ticket.state !== 'resolved') return refuse('not-resolved', held.ticket)
  const open = await tx.openTicket(held.conversation.id)
  if (open !== undefined) return refuse('not-resolved', open)
  const reopened = await backIn(tx, held.ticket, operator.id, at)
  return reopened === undefined ? refuse('not-resolved') : { ok: true, ticket: reopened }
}

/**
 * The citizen wrote the number of the latest ticket. One that is open already answers with its place;
 * one that is closed for good is undefined, and a new question makes a new ticket.
 */
export async function reopenByNumber(
  tx: DeskTx,
  conversation: Conversation,
  at: number,
): Promise<Opened | undefined> {
  const open = await tx.openTicket(conversation.id)
  if (open !== undefined) return { ...(await placed(tx, open)), isNew: false }
  const last = conversation.ticket && (await tx.ticket(conversation.ticket.id))
  if (last?.state !== 'resolved') return undefined
  const reopened = await backIn(tx, last, undefined, at)
  return reopened && { ...(await placed(tx, reopened)), isNew: true }
}

async function backIn(tx: DeskTx, ticket: Ticket, operator: OperatorId | undefined, at: number) {
  const reopened = await tx.moveTicket(ticket, {
    state: 'waiting',
    operator: undefined,
    resolvedAt: undefined,
    waitingSince: at,
  })
  if (reopened === undefined) return undefined
  await tx.setHolder(ticket.conversation, { kind: 'queue', ticket: ticket.id })
  await tx.log(ticket.id, { kind: 'reopened', operator, at })
  return reopened
}

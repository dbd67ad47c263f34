import type { Handoff, Opened } from '../../src/contracts/desk.ts'
import type { DeskTx } from '../../src/contracts/desk-store.ts'
import type { TeamName } from '../../src/core/ids.ts'
import { HANDOFF_WITHIN_MS, type Ticket } from '../../src/core/ticket.ts'
import { ticketNumberOf } from '../../src/core/ticket-number.ts'
import { placed } from './place.ts'

/**
 * Puts a conversation into the queue. There is at most one open ticket of a conversation: a second
 * `open` answers with it, and a provisional one becomes asked-for when that is what this one is.
 */
export async function openTicket(tx: DeskTx, handoff: Handoff, otherwise: TeamName): Promise<Opened> {
  const open = await tx.openTicket(handoff.conversation.id)
  if (open === undefined) return { ...(await placed(tx, await add(tx, handoff, otherwise))), isNew: true }
  const isConfirmed = open.state === 'provisional' && !handoff.provisional
  const ticket = isConfirmed ? await confirm(tx, open, handoff) : open
  return { ...(await placed(tx, ticket)), isNew: false }
}

async function add(tx: DeskTx, handoff: Handoff, otherwise: TeamName): Promise<Ticket> {
  const { conversation, reason, provisional, topic, team, askedAt, at } = handoff
  const ticket = await tx.addTicket(
    {
      conversation: conversation.id,
      state: provisional ? 'provisional' : 'waiting',
      reason,
      team: team ?? otherwise,
      topic,
      askedAt,
      openedAt: at,
      dueAt: askedAt + HANDOFF_WITHIN_MS,
    },
    ticketNumberOf,
  )
  await tx.setHolder(conversation.id, { kind: 'queue', ticket: ticket.id })
  await tx.log(ticket.id, { kind: 'opened', operator: undefined, at })
  return ticket
}

async function confirm(tx: DeskTx, open: Ticket, { reason, topic, team }: Handoff): Promise<Ticket> {
  const move = { state: 'waiting', reason, topic: topic ?? open.topic, team: team ?? open.team } as const
  // The conversation is locked by the caller, as a claim locks it: nobody else moves its ticket meanwhile.
  return (await tx.moveTicket(open, move)) ?? open
}

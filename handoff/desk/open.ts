import type { Handoff, Opened } from '../../src/contracts/desk.ts'
import type { DeskTx } from '../../src/contracts/desk-store.ts'
import type { TeamName } from '../../src/core/ids.ts'
import { HANDOFF_WITHIN_MS, type Ticket } from '../../src/core/ticket.ts'
import { ticketNumberOf } from '../ticket-number.ts'

/**
 * Puts a conversation into the queue. There is at most one open ticket of a conversation: a second
 * `open` answers with it, and a provisional one becomes asked-for when that is what this one is.
 */
export async function openTicket(tx: DeskTx, handoff: Handoff, otherwise: TeamName): Promise<Opened> {
  const open = await tx.openTicket(handoff.conversation.id)
  if (open === undefined) return { ...(await placed(tx, await add(tx, handoff, otherwise))), isNew: true }
  const ticket =
    open.state === 'provisional' && !handoff.provisional ? await confirm(tx, open, handoff) : open
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
  return ticket
}

async function confirm(tx: DeskTx, open: Ticket, { reason, topic, team }: Handoff): Promise<Ticket> {
  const known = { topic: topic ?? open.topic, team: team ?? open.team }
  const confirmed = { ...open, ...known, state: 'waiting', reason } as const
  const moved = await tx.moveTicket(open, {
    state: 'waiting',
    reason,
    team: known.team,
    ...(known.topic !== undefined && { topic: known.topic }),
  })
  // The conversation is locked by the caller: nobody else can have moved its ticket but an operator's claim.
  return moved ? { ...confirmed, version: open.version + 1 } : open
}

async function placed(tx: DeskTx, ticket: Ticket): Promise<Omit<Opened, 'isNew'>> {
  return { number: ticket.number, place: (await tx.ticketsAhead(ticket)) + 1 }
}

import type { Opened } from '../../src/contracts/desk.ts'
import type { DeskTx } from '../../src/contracts/desk-store.ts'
import type { Ticket } from '../../src/core/ticket.ts'

/** What a citizen is told of a ticket: its number, and that so many are before it. */
export async function placed(tx: DeskTx, ticket: Ticket): Promise<Omit<Opened, 'isNew'>> {
  return { number: ticket.number, place: (await tx.ticketsAhead(ticket)) + 1 }
}

import type { DeskTx } from '../../src/contracts/desk-store.ts'
import type { Ticket } from '../../src/core/ticket.ts'

/** «Решено» closes by itself: one ticket that was resolved long enough ago; undefined when there is none. */
export async function closeResolved(
  tx: DeskTx,
  at: number,
  closeAfterMs: number,
): Promise<Ticket | undefined> {
  const ticket = await tx.nextToClose(at - closeAfterMs)
  const closed = ticket && (await tx.moveTicket(ticket, { state: 'closed' }))
  if (closed !== undefined) await tx.log(closed.id, { kind: 'closed', operator: undefined, at })
  return closed
}

import type { TicketSummary } from '../../protocol.ts'

/** Whether a ticket begins to wait by this change. */
export function beginsToWait(ticket: TicketSummary, known: TicketSummary | undefined): boolean {
  return ticket.state === 'waiting' && known?.state !== 'waiting' && (known?.version ?? 0) < ticket.version
}

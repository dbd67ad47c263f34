import type { TicketSummary } from '../../protocol.ts'

/**
 * Tickets that were told while a queue was being fetched: the answer may be older than they are.
 * `since` gives those told after a mark, in their order.
 */
export interface RecentTickets {
  add(ticket: TicketSummary): void
  mark(): number
  since(mark: number): readonly TicketSummary[]
}

const KEPT = 500

export function createRecentTickets(): RecentTickets {
  let told = 0
  const tickets: TicketSummary[] = []
  return {
    add(ticket) {
      told += 1
      tickets.push(ticket)
      if (tickets.length > KEPT) tickets.shift()
    },
    mark: () => told,
    since: (mark) => tickets.slice(Math.max(0, tickets.length - (told - mark))),
  }
}

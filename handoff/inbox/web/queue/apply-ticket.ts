import type { Queue, TicketSummary } from '../../protocol.ts'

/** The queue with a ticket as it is now. What is older than known changes nothing; what is over goes. */
export function applyTicket(queue: Queue, ticket: TicketSummary): Queue {
  const known = queue.tickets.find(({ id }) => id === ticket.id)
  if (known !== undefined && known.version >= ticket.version) return queue
  const isOver = ticket.state === 'withdrawn' || ticket.state === 'closed'
  const others = queue.tickets.filter(({ id }) => id !== ticket.id)
  return { ...queue, tickets: isOver ? others : [...others, ticket] }
}

import { type QueryClient, useQuery } from '@tanstack/react-query'
import type { Queue, TicketSummary } from '../../protocol.ts'
import { get } from '../api/call.ts'
import { useSignal } from '../app/use-signal.ts'
import { lineState } from '../live/line-state.ts'
import { createRecentTickets } from '../live/recent-tickets.ts'
import { serverClock } from '../live/server-clock.ts'
import { tickNow } from '../live/use-now.ts'
import { applyTicket } from './apply-ticket.ts'

export const QUEUE = ['queue'] as const

/** How often the queue is fetched anyway, ms: events make it quick, asking makes it sure. */
const SURE_MS = 60_000
const WITHOUT_EVENTS_MS = 5000

const recent = createRecentTickets()

export function useQueue() {
  const state = useSignal(lineState)
  return useQuery({
    queryKey: QUEUE,
    queryFn: fetchQueue,
    refetchInterval: state === 'open' ? SURE_MS : WITHOUT_EVENTS_MS,
  })
}

async function fetchQueue(): Promise<Queue> {
  const mark = recent.mark()
  const queue = await get<Queue>('queue')
  serverClock.set(queue.now)
  tickNow()
  return recent.since(mark).reduce(applyTicket, queue)
}

/** A ticket changed: told by an event, or by the answer to what one did. */
export function tellTicket(client: QueryClient, ticket: TicketSummary): void {
  recent.add(ticket)
  client.setQueryData<Queue>(QUEUE, (queue) => (queue === undefined ? queue : applyTicket(queue, ticket)))
}

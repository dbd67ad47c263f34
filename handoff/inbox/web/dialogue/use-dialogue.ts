import { type QueryClient, useQuery } from '@tanstack/react-query'
import type { Dialogue, TicketSummary } from '../../protocol.ts'
import { get } from '../api/call.ts'

export const DIALOGUE = ['ticket'] as const

const keyOf = (id: number) => [...DIALOGUE, id] as const

/** How long a dialogue that nobody looks at any more is kept, ms. */
const KEPT_MS = 5 * 60_000

export function useDialogue(id: number) {
  return useQuery({ queryKey: keyOf(id), queryFn: () => get<Dialogue>(`tickets/${id}`), gcTime: KEPT_MS })
}

/** Its ticket changed, so there may be more in it: fetched again when it is looked at, else when it will be. */
export function freshenDialogue(client: QueryClient, ticket: TicketSummary): void {
  const known = client.getQueryData<Dialogue>(keyOf(ticket.id))
  if (known !== undefined && known.ticket.version >= ticket.version) return
  client.setQueryData<Dialogue>(keyOf(ticket.id), (dialogue) => dialogue && { ...dialogue, ticket })
  void client.invalidateQueries({ queryKey: keyOf(ticket.id) })
}

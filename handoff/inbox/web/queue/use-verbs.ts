import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { TicketSummary } from '../../protocol.ts'
import { post } from '../api/call.ts'
import { Refused } from '../api/refused.ts'
import { explain } from '../app/explain.ts'
import { DIALOGUE, freshenDialogue } from '../dialogue/use-dialogue.ts'
import { notices } from '../notices/notices.ts'
import { useWords } from '../words/use-words.ts'
import { QUEUE, tellTicket } from './use-queue.ts'

export type Verb = 'claim' | 'release' | 'resolve' | 'reopen'

/** What can be done to a ticket as a whole. Nothing is shown as done before the server said so. */
export interface Verbs {
  /** Which is on its way. */
  readonly pending: Verb | undefined
  /** undefined: it was refused, and the operator was told. */
  readonly act: (verb: Verb, id: number) => Promise<TicketSummary | undefined>
  /** The first of these that nobody else has taken in the meantime. */
  readonly claimFirst: (ids: readonly number[]) => Promise<TicketSummary | undefined>
}

export function useVerbs(): Verbs {
  const words = useWords()
  const client = useQueryClient()
  const [pending, setPending] = useState<Verb | undefined>(undefined)

  async function attempt(verb: Verb, work: () => Promise<TicketSummary | undefined>) {
    if (pending !== undefined) return undefined
    setPending(verb)
    try {
      return await work()
    } catch (error) {
      notices.tell({ tone: 'bad', text: explain(words, error) })
      void client.invalidateQueries({ queryKey: QUEUE })
      void client.invalidateQueries({ queryKey: DIALOGUE })
      return undefined
    } finally {
      setPending(undefined)
    }
  }
  return {
    pending,
    act: (verb, id) => attempt(verb, () => change(client, verb, id)),
    claimFirst: (ids) => attempt('claim', () => claimOneOf(client, ids)),
  }
}

async function change(client: QueryClient, verb: Verb, id: number): Promise<TicketSummary> {
  const ticket = await post<TicketSummary>(`tickets/${id}/${verb}`)
  tellTicket(client, ticket)
  freshenDialogue(client, ticket)
  return ticket
}

/** A colleague who was quicker is no fault: then it is the next one. */
async function claimOneOf(client: QueryClient, ids: readonly number[]): Promise<TicketSummary | undefined> {
  let refused: Refused | undefined
  for (const id of ids) {
    try {
      return await change(client, 'claim', id)
    } catch (error) {
      if (!(error instanceof Refused) || error.refusal.error !== 'not-waiting') throw error
      refused = error
    }
  }
  if (refused !== undefined) throw refused
  return undefined
}

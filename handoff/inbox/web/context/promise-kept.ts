import { HANDOFF_WITHIN_MS } from '../../../../src/core/ticket.ts'
import type { TicketSummary } from '../../protocol.ts'

export interface PromiseKept {
  readonly isKept: boolean
  /** From the question to the queue when it was kept, else how much later than promised, ms. */
  readonly ms: number
}

/** Whether a ticket was in the queue in time, and by how much it was not. */
export function promiseKept({ askedAt, openedAt }: TicketSummary): PromiseKept {
  const took = openedAt - askedAt
  return took <= HANDOFF_WITHIN_MS
    ? { isKept: true, ms: took }
    : { isKept: false, ms: took - HANDOFF_WITHIN_MS }
}

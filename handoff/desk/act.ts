import type { OperatorId, TicketId } from '../../src/core/ids.ts'
import type { Operator } from '../../src/core/operator.ts'
import type { Ticket } from '../../src/core/ticket.ts'

/** Who does something to which ticket, and when. */
export interface Act {
  readonly ticket: TicketId
  readonly operator: Operator
  /** ms UTC. */
  readonly at: number
}

/** A refusal belongs to the domain: two operators press at once, and one is late. */
export type Result = { readonly ok: true; readonly ticket: Ticket } | Refused

export interface Refused {
  readonly ok: false
  readonly why: 'not-found' | 'not-waiting' | 'not-yours' | 'not-resolved'
  /** Who has it. */
  readonly by?: OperatorId
}

export function refuse(
  why: Refused['why'],
  { operator }: Pick<Ticket, 'operator'> = { operator: undefined },
): Refused {
  return operator === undefined ? { ok: false, why } : { ok: false, why, by: operator }
}

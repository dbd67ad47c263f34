import type { TicketSummary } from '../../protocol.ts'

/** calm · soon: it is time · late: too long. */
export type Urgency = 'calm' | 'soon' | 'late'

/** Of somebody whom nobody has taken yet, ms: the promise is 30 s. */
const TAKEN = { soon: 20_000, late: 30_000 }
/** Of somebody who waits for the next word of an operator, ms. */
const ANSWERED = { soon: 60_000, late: 180_000 }

/** Since when a ticket waits for one of us, ms UTC; undefined when it waits for nobody. */
export function waitsSince(ticket: TicketSummary): number | undefined {
  if (ticket.state === 'waiting' || ticket.state === 'provisional')
    return ticket.waitingSince ?? ticket.askedAt
  return ticket.state === 'claimed' ? ticket.waitingSince : undefined
}

/** How pressing a ticket is. A provisional one never is: the bot is on it. */
export function urgencyOf(ticket: TicketSummary, now: number): Urgency {
  const since = waitsSince(ticket)
  if (since === undefined || ticket.state === 'provisional') return 'calm'
  const limits = ticket.state === 'waiting' ? TAKEN : ANSWERED
  const waited = now - since
  if (waited >= limits.late) return 'late'
  return waited >= limits.soon ? 'soon' : 'calm'
}

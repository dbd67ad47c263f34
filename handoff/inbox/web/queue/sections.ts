import type { TicketSummary } from '../../protocol.ts'

export type SectionName = 'waiting' | 'mine' | 'colleagues' | 'provisional' | 'resolved'

export interface Section {
  readonly name: SectionName
  readonly tickets: readonly TicketSummary[]
}

export const SECTIONS: readonly SectionName[] = ['waiting', 'mine', 'colleagues', 'provisional', 'resolved']

/** The queue as it is read: who waits longest comes first, in each section. Empty sections are left out. */
export function sectionsOf(tickets: readonly TicketSummary[], me: string): readonly Section[] {
  return SECTIONS.map((name) => ({
    name,
    tickets: tickets.filter((ticket) => sectionOf(ticket, me) === name).sort(ORDERS[name]),
  })).filter((section) => section.tickets.length > 0)
}

/** undefined: it is nobody's business any more. */
export function sectionOf(ticket: TicketSummary, me: string): SectionName | undefined {
  switch (ticket.state) {
    case 'waiting':
      return 'waiting'
    case 'provisional':
      return 'provisional'
    case 'claimed':
      return ticket.operator?.id === me ? 'mine' : 'colleagues'
    case 'resolved':
      return 'resolved'
    case 'closed':
    case 'withdrawn':
      return undefined
  }
}

type Order = (one: TicketSummary, other: TicketSummary) => number

const longestAsked: Order = (one, other) => one.askedAt - other.askedAt || one.id - other.id
const latestOpened: Order = (one, other) => other.openedAt - one.openedAt || other.id - one.id
/** Whoever was answered waits for nothing, and comes after those who were not. */
const longestUnanswered: Order = (one, other) => {
  const mine = one.waitingSince ?? Infinity
  const theirs = other.waitingSince ?? Infinity
  return mine === theirs ? longestAsked(one, other) : mine - theirs
}

const ORDERS: Readonly<Record<SectionName, Order>> = {
  waiting: longestAsked,
  mine: longestUnanswered,
  colleagues: longestUnanswered,
  provisional: longestAsked,
  resolved: latestOpened,
}

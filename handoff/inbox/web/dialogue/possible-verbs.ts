import type { TicketSummary } from '../../protocol.ts'
import type { Verb } from '../queue/use-verbs.ts'

/** What somebody can do to a ticket as it is. */
export function possibleVerbs({ state, operator }: TicketSummary, me: string): readonly Verb[] {
  switch (state) {
    case 'waiting':
    case 'provisional':
      return ['claim']
    case 'claimed':
      return operator?.id === me ? ['release', 'resolve'] : []
    case 'resolved':
      return ['reopen']
    case 'closed':
    case 'withdrawn':
      return []
  }
}

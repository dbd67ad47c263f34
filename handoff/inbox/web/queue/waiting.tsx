import type { TicketSummary } from '../../protocol.ts'
import { useNow } from '../live/use-now.ts'
import { useWords } from '../words/use-words.ts'
import classes from './queue.module.css'
import { urgencyOf, waitsSince } from './urgency.ts'

/** How long a ticket waits for one of us, every second. */
export function Waiting({ ticket }: { readonly ticket: TicketSummary }) {
  const words = useWords()
  const now = useNow()
  const since = waitsSince(ticket)
  if (since === undefined) return null
  return (
    <span className={classes['waiting']} data-urgency={urgencyOf(ticket, now)}>
      {words.queue.waits(words.times.length(now - since))}
    </span>
  )
}

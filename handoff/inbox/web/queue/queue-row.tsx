import { memo } from 'react'
import type { TicketSummary } from '../../protocol.ts'
import { PlainText } from '../dialogue/plain-text.tsx'
import { Link } from '../route/link.tsx'
import { useWords } from '../words/use-words.ts'
import classes from './queue.module.css'
import type { SectionName } from './sections.ts'
import { Waiting } from './waiting.tsx'

interface QueueRowProps {
  readonly ticket: TicketSummary
  readonly section: SectionName
  readonly isOpen: boolean
  readonly isReachable: boolean
  readonly hasDraft: boolean
  readonly onFocus: (id: number) => void
}

export const rowId = (ticket: number) => `ticket-${ticket}`

/** A ticket in the queue: who, how long, what about. */
export const QueueRow = memo(function QueueRow(props: QueueRowProps) {
  const { ticket, section, isOpen, isReachable, hasDraft, onFocus } = props
  const words = useWords()
  const { queue } = words
  return (
    <li>
      <Link
        to={{ page: 'inbox', ticket: ticket.id }}
        id={rowId(ticket.id)}
        className={classes['row']}
        aria-current={isOpen ? 'true' : undefined}
        tabIndex={isReachable ? 0 : -1}
        onFocus={() => onFocus(ticket.id)}
      >
        <span className={classes['first']}>
          <bdi className={classes['name']}>{ticket.citizen ?? queue.citizen}</bdi>
          <span className={classes['wait']}>
            <Waiting ticket={ticket} />
            {section === 'resolved' && words.times.clock(ticket.openedAt)}
            {section === 'mine' && ticket.waitingSince === undefined && queue.answered}
          </span>
        </span>
        <span className={classes['preview']} dir="auto">
          <PlainText text={ticket.preview} isLinked={false} />
        </span>
        <span className={classes['tags']}>
          {hasDraft && <span className={classes['draft']}>{queue.draft}</span>}
          {section === 'colleagues' && ticket.operator !== undefined && (
            <span className={classes['operator']}>{queue.withName(ticket.operator.name)}</span>
          )}
          <span className={classes['topic']}>{ticket.topic ?? words.reasons[ticket.reason]}</span>
          <span className={classes['number']}>{ticket.number}</span>
          <span>{ticket.channel}</span>
        </span>
      </Link>
    </li>
  )
})

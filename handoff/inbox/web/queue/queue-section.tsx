import { UnstyledButton } from '@mantine/core'
import { useId } from 'react'
import { ChevronIcon } from '../icons/icon.tsx'
import { useWords } from '../words/use-words.ts'
import classes from './queue.module.css'
import { QueueRow } from './queue-row.tsx'
import type { Section } from './sections.ts'

interface QueueSectionProps {
  readonly section: Section
  readonly isFolded: boolean
  readonly onFold: () => void
  readonly open: number | undefined
  readonly reachable: number | undefined
  readonly drafts: ReadonlySet<number>
  readonly onFocus: (id: number) => void
}

export function QueueSection(props: QueueSectionProps) {
  const { section, isFolded, onFold, open, reachable, drafts, onFocus } = props
  const { queue } = useWords()
  const id = useId()
  return (
    <section className={classes['section']} data-section={section.name} aria-labelledby={id}>
      <h2 className={classes['heading']}>
        <UnstyledButton
          className={classes['fold']}
          aria-expanded={!isFolded}
          title={section.name === 'provisional' ? queue.provisionalHint : undefined}
          onClick={onFold}
        >
          <span id={id}>{queue.sections[section.name]}</span>
          <span className={classes['count']}>{section.tickets.length}</span>
          <span className={classes['chevron']} data-folded={isFolded}>
            <ChevronIcon size={14} />
          </span>
        </UnstyledButton>
      </h2>
      {!isFolded && (
        <ul className={classes['rows']}>
          {section.tickets.map((ticket) => (
            <QueueRow
              key={ticket.id}
              ticket={ticket}
              section={section.name}
              isOpen={ticket.id === open}
              isReachable={ticket.id === reachable}
              hasDraft={drafts.has(ticket.id)}
              onFocus={onFocus}
            />
          ))}
        </ul>
      )}
    </section>
  )
}

import { Button } from '@mantine/core'
import type { TicketSummary } from '../../protocol.ts'
import { KeyHint } from '../keys/hint.tsx'
import { useMe } from '../login/use-me.ts'
import type { Verb } from '../queue/use-verbs.ts'
import type { Words } from '../words/ru.ts'
import { useWords } from '../words/use-words.ts'
import classes from './dialogue.module.css'
import { draftStore } from './draft-store.ts'
import { possibleVerbs } from './possible-verbs.ts'

interface ClosedAnswerProps {
  readonly ticket: TicketSummary
  readonly pending: Verb | undefined
  readonly onVerb: (verb: Verb) => void
}

/** Instead of the box, while one may not answer: why, what to do about it, and the draft one had. */
export function ClosedAnswer({ ticket, pending, onVerb }: ClosedAnswerProps) {
  const words = useWords()
  const me = useMe()
  const { text: draft } = draftStore.read({ operator: me.id, ticket: ticket.id, kind: 'answer' })
  const [verb] = possibleVerbs(ticket, me.id)
  return (
    <div className={classes['closed']}>
      <div className={classes['closedWhy']}>
        <p>{reasonOf(words, ticket)}</p>
        {draft !== '' && (
          <p className={classes['keptDraft']}>
            <b>{words.dialogue.banner.draftKept}</b> <span dir="auto">{draft}</span>
          </p>
        )}
      </div>
      {(verb === 'claim' || verb === 'reopen') && (
        <Button variant="light" loading={pending === verb} onClick={() => onVerb(verb)}>
          {words.dialogue.verbs[verb]}
          <KeyHint of={verb} />
        </Button>
      )}
    </div>
  )
}

function reasonOf({ dialogue: { banner }, queue }: Words, { state, operator }: TicketSummary): string {
  switch (state) {
    case 'waiting':
      return banner.waiting
    case 'provisional':
      return banner.provisional
    case 'claimed':
      return banner.colleague(operator?.name ?? queue.citizen)
    case 'resolved':
      return banner.resolved
    case 'closed':
      return banner.closed
    case 'withdrawn':
      return banner.withdrawn
  }
}

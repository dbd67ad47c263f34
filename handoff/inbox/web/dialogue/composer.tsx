import { SegmentedControl } from '@mantine/core'
import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react'
import type { TicketSummary } from '../../protocol.ts'
import { useMe } from '../login/use-me.ts'
import type { Verb } from '../queue/use-verbs.ts'
import { useWords } from '../words/use-words.ts'
import { ClosedAnswer } from './closed-answer.tsx'
import classes from './dialogue.module.css'
import type { DraftKind } from './draft-store.ts'
import type { EndControl } from './use-stay-at-end.ts'
import { WritingBox } from './writing-box.tsx'

export interface ComposerControl {
  readonly focus: (kind: DraftKind) => void
}

interface ComposerProps {
  readonly ref: Ref<ComposerControl>
  readonly ticket: TicketSummary
  readonly pending: Verb | undefined
  readonly onVerb: (verb: Verb) => void
  readonly end: EndControl
}

/** Where one writes: to the citizen, or a note that only colleagues see. */
export function Composer({ ref, ticket, pending, onVerb, end }: ComposerProps) {
  const { composer } = useWords()
  const me = useMe()
  const isMine = ticket.state === 'claimed' && ticket.operator?.id === me.id
  const [kind, setKind] = useState<DraftKind>('answer')
  const box = useRef<HTMLTextAreaElement>(null)
  // A screen keyboard would hide what one came to read.
  const wantsFocus = useRef(isMine && window.matchMedia('(hover: hover)').matches)
  // After every drawing: the box that is wanted may only just have come.
  useEffect(() => {
    if (!wantsFocus.current || box.current === null) return
    wantsFocus.current = false
    box.current.focus()
  })
  useImperativeHandle(ref, () => ({
    focus(wanted) {
      wantsFocus.current = true
      setKind(wanted)
      if (wanted === kind) box.current?.focus()
    },
  }))
  return (
    <div className={classes['composer']} data-kind={kind}>
      <SegmentedControl
        className={classes['kinds']}
        size="xs"
        aria-label={composer.mode}
        data={[
          { value: 'answer', label: composer.answer },
          { value: 'note', label: composer.note },
        ]}
        value={kind}
        onChange={(value) => setKind(value === 'note' ? 'note' : 'answer')}
      />
      {kind === 'answer' && !isMine ? (
        <ClosedAnswer ticket={ticket} pending={pending} onVerb={onVerb} />
      ) : (
        <WritingBox key={kind} ref={box} ticket={ticket} kind={kind} end={end} />
      )}
    </div>
  )
}

import { Button, Textarea } from '@mantine/core'
import { type Ref, useState } from 'react'
import type { TicketSummary } from '../../protocol.ts'
import { useSignal } from '../app/use-signal.ts'
import { SendIcon, WarningIcon } from '../icons/icon.tsx'
import { rowId } from '../queue/queue-row.tsx'
import { useWords } from '../words/use-words.ts'
import classes from './dialogue.module.css'
import type { DraftKind } from './draft-store.ts'
import { sends } from './enter-key.ts'
import { sendKeyPreference } from './send-key-preference.ts'
import { useSending } from './use-sending.ts'
import type { EndControl } from './use-stay-at-end.ts'

/** The server takes no more. */
const MOST_CHARACTERS = 20_000

interface WritingBoxProps {
  readonly ref: Ref<HTMLTextAreaElement>
  readonly ticket: TicketSummary
  readonly kind: DraftKind
  readonly end: EndControl
}

export function WritingBox({ ref, ticket, kind, end }: WritingBoxProps) {
  const { composer } = useWords()
  const sendKey = useSignal(sendKeyPreference)
  const sending = useSending(ticket.id, kind)
  const [warned, setWarned] = useState(0)
  const { text } = sending.draft

  async function send(): Promise<void> {
    // Whoever answers should have read what came in the meantime.
    if (kind === 'answer' && end.unseen > 0 && warned === 0) {
      setWarned(end.unseen)
      end.toEnd()
      return
    }
    setWarned(0)
    if (await sending.send()) end.toEnd()
  }
  return (
    <>
      <Textarea
        ref={ref}
        className={classes['box']}
        autosize
        minRows={2}
        maxRows={9}
        maxLength={MOST_CHARACTERS}
        value={text}
        readOnly={sending.isPending}
        onChange={({ currentTarget }) => sending.edit(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') document.getElementById(rowId(ticket.id))?.focus()
          if (!sends({ ...event, key: event.key, isComposing: event.nativeEvent.isComposing }, sendKey))
            return
          event.preventDefault()
          void send()
        }}
        aria-label={kind === 'note' ? composer.noteHint : composer.answerHint}
        placeholder={kind === 'note' ? composer.noteHint : composer.answerHint}
        dir="auto"
      />
      <div className={classes['under']}>
        <p className={classes['trouble']} role="status">
          {(sending.trouble !== undefined || warned > 0) && <WarningIcon size={15} />}
          {sending.trouble ?? (warned > 0 ? composer.unseen(warned) : '')}
        </p>
        <span className={classes['keysHint']}>
          {sendKey === 'enter' ? composer.enterHint : composer.controlEnterHint}
        </span>
        <Button
          color={kind === 'note' ? 'dark' : 'blue'}
          variant={kind === 'note' ? 'default' : 'filled'}
          rightSection={kind === 'answer' ? <SendIcon size={16} /> : undefined}
          disabled={text.trim() === ''}
          loading={sending.isPending}
          onClick={() => void send()}
        >
          {kind === 'note' ? composer.save : composer.send}
        </Button>
      </div>
    </>
  )
}

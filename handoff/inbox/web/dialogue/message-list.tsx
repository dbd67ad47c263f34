import { Button } from '@mantine/core'
import { useEffect, useMemo, useRef } from 'react'
import type { Dialogue } from '../../protocol.ts'
import { Blank } from '../app/blank.tsx'
import { DialogueIcon, DownIcon } from '../icons/icon.tsx'
import { serverClock } from '../live/server-clock.ts'
import { isSameDay } from '../words/times.ts'
import { useWords } from '../words/use-words.ts'
import classes from './dialogue.module.css'
import { entriesOf } from './entries.ts'
import { Message } from './message.tsx'
import type { EndControl } from './use-stay-at-end.ts'
import { useTail } from './use-tail.ts'

interface MessageListProps {
  readonly dialogue: Dialogue
  readonly scroller: React.RefObject<HTMLDivElement | null>
  readonly end: EndControl
}

export function MessageList({ dialogue, scroller, end }: MessageListProps) {
  const words = useWords()
  const entries = useMemo(() => entriesOf(dialogue.messages), [dialogue.messages])
  const tail = useTail(entries, scroller)
  return (
    <div className={classes['listFrame']}>
      <div
        ref={scroller}
        className={classes['scroller']}
        role="log"
        aria-live="polite"
        aria-label={words.dialogue.log}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: What scrolls must scroll by keyboard, too.
        tabIndex={0}
      >
        {tail.hasEarlier && <Earlier onShow={tail.showEarlier} />}
        {tail.items.map(({ message, startsDay, continues }) => (
          <div key={message.seq} className={classes['entry']}>
            {startsDay && <Day at={message.at} />}
            <Message message={message} continues={continues} citizen={dialogue.ticket.citizen} />
          </div>
        ))}
        {entries.length === 0 && <Blank icon={<DialogueIcon size={28} />} title={words.dialogue.empty} />}
      </div>
      {!end.isAtEnd && (
        <Button
          className={classes['pill']}
          size="compact-md"
          radius="xl"
          variant={end.unseen > 0 ? 'filled' : 'default'}
          rightSection={<DownIcon size={15} />}
          onClick={end.toEnd}
        >
          {end.unseen > 0 ? words.dialogue.newBelow(end.unseen) : words.dialogue.toEnd}
        </Button>
      )}
    </div>
  )
}

function Day({ at }: { readonly at: number }) {
  const { dialogue, times } = useWords()
  const now = serverClock.now()
  const label = isSameDay(at, now)
    ? dialogue.today
    : isSameDay(at, now - 86_400_000)
      ? dialogue.yesterday
      : undefined
  return (
    <div className={classes['day']}>
      <span>{label ?? times.day(at, now)}</span>
    </div>
  )
}

/** Shows more by itself when it comes into sight; a button for whoever reads by keyboard. */
function Earlier({ onShow }: { readonly onShow: () => void }) {
  const { dialogue } = useWords()
  const ref = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const { current: element } = ref
    if (element === null) return
    const observer = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting === true) onShow()
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [onShow])
  return (
    <Button ref={ref} className={classes['earlier']} size="compact-sm" variant="subtle" onClick={onShow}>
      {dialogue.earlier}
    </Button>
  )
}

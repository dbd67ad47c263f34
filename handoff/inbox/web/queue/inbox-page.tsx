import { Drawer } from '@mantine/core'
import { useDisclosure, useMediaQuery } from '@mantine/hooks'
import { useRef, useState } from 'react'
import { Blank } from '../app/blank.tsx'
import { ContextPane } from '../context/context-pane.tsx'
import { DialoguePane } from '../dialogue/dialogue-pane.tsx'
import { DialogueIcon } from '../icons/icon.tsx'
import { useCommands } from '../keys/use-commands.ts'
import { go } from '../route/use-route.ts'
import { useWords } from '../words/use-words.ts'
import classes from './inbox.module.css'
import { QueuePane } from './queue-pane.tsx'
import { rowId } from './queue-row.tsx'
import { stepFrom } from './step.ts'
import { useQueueView } from './use-queue-view.ts'
import { useVerbs } from './use-verbs.ts'

/** Three panes: the queue, a dialogue, what is known about it. On a phone one at a time. */
export function InboxPage({ ticket }: { readonly ticket: number | undefined }) {
  const words = useWords()
  const view = useQueueView()
  const verbs = useVerbs()
  const [cursor, setCursor] = useState(ticket)
  const searchRef = useRef<HTMLInputElement>(null)
  const [isContextOpen, context] = useDisclosure(false)
  const hasContextBeside = useMediaQuery('(min-width: 72em)', true, { getInitialValueInEffect: false })

  function step(by: 1 | -1): void {
    const next = stepFrom(view.visible, cursor ?? ticket, by)
    if (next === undefined) return
    setCursor(next)
    document.getElementById(rowId(next))?.focus()
  }
  async function takeNext(): Promise<void> {
    const taken = await verbs.claimFirst(view.waiting)
    if (taken === undefined) return
    setCursor(taken.id)
    go({ page: 'inbox', ticket: taken.id })
  }
  useCommands({
    next: () => step(1),
    previous: () => step(-1),
    search: () => searchRef.current?.focus(),
    takeNext: () => void takeNext(),
  })

  return (
    <main className={classes['inbox']} data-open={ticket !== undefined}>
      <QueuePane
        view={view}
        open={ticket}
        cursor={cursor}
        onCursor={setCursor}
        onTakeNext={() => void takeNext()}
        isTaking={verbs.pending === 'claim'}
        searchRef={searchRef}
      />
      {ticket === undefined ? (
        <section className={classes['nothing']} aria-label={words.dialogue.label}>
          <Blank icon={<DialogueIcon size={28} />} title={words.dialogue.none}>
            <span className={classes['hint']}>{words.dialogue.noneHint}</span>
          </Blank>
        </section>
      ) : (
        <DialoguePane key={ticket} id={ticket} onContext={hasContextBeside ? undefined : context.toggle} />
      )}
      {ticket !== undefined && hasContextBeside && <ContextPane id={ticket} />}
      {ticket !== undefined && !hasContextBeside && (
        <Drawer
          opened={isContextOpen}
          onClose={context.close}
          position="right"
          size="min(22rem, 92vw)"
          title={words.context.label}
          closeButtonProps={{ 'aria-label': words.close }}
        >
          <ContextPane id={ticket} />
        </Drawer>
      )}
    </main>
  )
}

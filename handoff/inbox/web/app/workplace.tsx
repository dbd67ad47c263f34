import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Queue, TicketSummary } from '../../protocol.ts'
import { ring } from '../alerts/alerts.ts'
import { beginsToWait } from '../alerts/begins-to-wait.ts'
import { forgetDraftsBut } from '../dialogue/draft-store.ts'
import { KeysHelp } from '../keys/help.tsx'
import { useCommands } from '../keys/use-commands.ts'
import { ConnectionBanner } from '../live/connection-banner.tsx'
import { useLive } from '../live/use-live.ts'
import { LoginAgain } from '../login/login-again.tsx'
import { OperatorsPage } from '../operators/operators-page.tsx'
import { InboxPage } from '../queue/inbox-page.tsx'
import { QUEUE, useQueue } from '../queue/use-queue.ts'
import { useRoute } from '../route/use-route.ts'
import { useWords } from '../words/use-words.ts'
import classes from './app.module.css'
import { Header } from './header.tsx'

/** Everything for somebody who is logged in. */
export function Workplace() {
  const words = useWords()
  const client = useQueryClient()
  const route = useRoute()
  const [isHelpOpen, setHelpOpen] = useState(false)
  useLive((ticket: TicketSummary) => {
    const known = client.getQueryData<Queue>(QUEUE)?.tickets.find(({ id }) => id === ticket.id)
    if (beginsToWait(ticket, known)) ring(words.alerts.newTicket, ticket)
  })
  useCommands({ help: () => setHelpOpen(true) })
  useQueueAround()
  return (
    <div className={classes['workplace']}>
      <Header onHelp={() => setHelpOpen(true)} />
      <ConnectionBanner />
      {route.page === 'operators' ? (
        <OperatorsPage />
      ) : (
        <InboxPage ticket={route.page === 'inbox' ? route.ticket : undefined} />
      )}
      <KeysHelp opened={isHelpOpen} onClose={() => setHelpOpen(false)} />
      <LoginAgain />
    </div>
  )
}

/** The number of those who wait is in the tab's title; drafts go with their tickets. */
function useQueueAround(): void {
  const words = useWords()
  const { data: queue } = useQueue()
  useEffect(() => {
    if (queue === undefined) return
    const waiting = queue.tickets.filter(({ state }) => state === 'waiting').length
    document.title = waiting === 0 ? words.product : `(${waiting}) ${words.product}`
    forgetDraftsBut(new Set(queue.tickets.map(({ id }) => id)))
  }, [queue, words])
}

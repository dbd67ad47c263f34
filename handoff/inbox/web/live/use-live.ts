import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import type { TicketSummary } from '../../protocol.ts'
import { sessionEnded } from '../api/session-ended.ts'
import { useSignal } from '../app/use-signal.ts'
import { DIALOGUE, freshenDialogue } from '../dialogue/use-dialogue.ts'
import { QUEUE, tellTicket } from '../queue/use-queue.ts'
import type { Line } from './line.ts'
import { lineState } from './line-state.ts'
import type { LiveMessage } from './message.ts'
import { openLine } from './open-line.ts'
import { serverClock } from './server-clock.ts'
import { tickNow } from './use-now.ts'

let line: Line | undefined

/** Keeps the page live while somebody is at work. `onTicket` hears of every ticket before the queue knows it. */
export function useLive(onTicket: (ticket: TicketSummary) => void): void {
  const client = useQueryClient()
  const isEnded = useSignal(sessionEnded)
  const listen = useEffectEvent((message: LiveMessage) => {
    if (message.kind === 'ticket') onTicket(message.ticket)
    take(client, message)
  })
  useEffect(() => {
    line = openLine((message) => listen(message))
    line.ask('hello')
    const stop = () => line?.ask('retry')
    window.addEventListener('online', stop)
    return () => {
      window.removeEventListener('online', stop)
      line?.close()
      line = undefined
    }
  }, [])
  useEffect(() => {
    if (!isEnded) line?.ask('start')
  }, [isEnded])
}

export function retryConnection(): void {
  line?.ask('retry')
}

/** For all tabs: somebody logged out. */
export function endConnection(): void {
  line?.ask('stop')
}

function take(client: QueryClient, message: LiveMessage): void {
  switch (message.kind) {
    case 'state':
      lineState.set(message.state)
      if (message.state === 'ended') void client.invalidateQueries({ queryKey: QUEUE })
      return
    case 'ticket':
      tellTicket(client, message.ticket)
      freshenDialogue(client, message.ticket)
      return
    case 'refetch':
      if (message.now !== undefined) serverClock.set(message.now)
      tickNow()
      void client.invalidateQueries({ queryKey: QUEUE })
      void client.invalidateQueries({ queryKey: DIALOGUE })
  }
}

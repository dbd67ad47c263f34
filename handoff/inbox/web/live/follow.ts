import type { InboxEvent } from '../../protocol.ts'
import type { LiveMessage } from './message.ts'

/**
 * Follows the events of one connection and says what tabs must be told. A hole in the numbers means
 * that something was missed, whatever the reason: then everything is fetched again.
 */
export function createFollower(): (event: InboxEvent) => readonly LiveMessage[] {
  let last: number | undefined
  return (event) => {
    const isGap = last !== undefined && event.kind !== 'hello' && event.seq !== last + 1
    last = event.seq
    const told = messagesOf(event)
    return isGap ? [...told, { kind: 'refetch', now: undefined }] : told
  }
}

function messagesOf(event: InboxEvent): readonly LiveMessage[] {
  switch (event.kind) {
    case 'hello':
      return [
        { kind: 'state', state: 'open' },
        { kind: 'refetch', now: event.now },
      ]
    case 'ticket':
      return [{ kind: 'ticket', ticket: event.ticket }]
    case 'ended':
      return [{ kind: 'state', state: 'ended' }]
  }
}

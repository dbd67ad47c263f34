import { createConnection } from './connection.ts'
import type { LiveMessage, LiveRequest } from './message.ts'
import { openStream } from './open-stream.ts'

/** The connection with its tabs: what it tells goes to all, what any of them asks is done. */
export interface Switchboard {
  readonly ask: (request: LiveRequest) => void
}

export function createSwitchboard(tellAll: (message: LiveMessage) => void): Switchboard {
  const connection = createConnection(tellAll, { open: openStream, chance: Math.random })
  self.addEventListener('online', connection.retry)
  return {
    ask(request) {
      if (request === 'start') connection.start()
      if (request === 'stop') connection.stop()
      if (request === 'retry') connection.retry()
      if (request === 'hello') tellAll({ kind: 'state', state: connection.state() })
    },
  }
}

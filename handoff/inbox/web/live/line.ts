import type { LiveMessage, LiveRequest } from './message.ts'

/** A tab's end of the connection that all tabs share. */
export interface Line {
  readonly ask: (request: LiveRequest) => void
  readonly close: () => void
}

export type Listener = (message: LiveMessage) => void

import type { ServerResponse } from 'node:http'
import type { TicketSummary } from '../../../handoff/inbox/protocol.ts'

const BEAT_MS = 15_000

/** The open streams of events. */
export interface Streams {
  readonly count: () => number
  open(response: ServerResponse, now: number): void
  tell(ticket: TicketSummary): void
  /** Leaves a number out, as if an event had been lost. */
  skip(): void
  /** Tells everybody that the session ended. */
  end(): void
  /** As a broken line does. */
  cut(): void
}

export function createStreams(): Streams {
  const streams = new Map<ServerResponse, number>()
  const beat = setInterval(() => {
    for (const response of streams.keys()) response.write(': beat\n\n')
  }, BEAT_MS)
  beat.unref()

  function write(response: ServerResponse, event: object): void {
    const seq = streams.get(response) ?? 0
    response.write(`data: ${JSON.stringify({ ...event, seq })}\n\n`)
    streams.set(response, seq + 1)
  }
  return {
    count: () => streams.size,
    open(response, now) {
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' })
      streams.set(response, 0)
      response.on('close', () => streams.delete(response))
      write(response, { kind: 'hello', now })
    },
    tell(ticket) {
      for (const response of streams.keys()) write(response, { kind: 'ticket', ticket })
    },
    skip() {
      for (const [response, seq] of streams) streams.set(response, seq + 1)
    },
    end() {
      for (const response of streams.keys()) {
        write(response, { kind: 'ended' })
        response.end()
      }
    },
    cut() {
      for (const response of streams.keys()) response.destroy()
    },
  }
}

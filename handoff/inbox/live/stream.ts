import type { ServerResponse } from 'node:http'
import type { Operator } from '../../../src/core/operator.ts'
import type { InboxEvent } from '../protocol.ts'

/** A reader who does not read is cut off; the screen comes back and fetches what it missed. */
const MOST_BUFFERED = 256 * 1024

/** One screen's stream of events. */
export interface Stream {
  readonly session: string
  /** As it was when it was looked at last. */
  operator: Operator
  greet(now: number): void
  /** Tickets as JSON, in one write. */
  tell(tickets: readonly string[]): void
  /** So that nobody between us takes the connection for dead. */
  beat(): void
  /** The session is over. */
  end(): void
  cut(): void
}

export function openStream(response: ServerResponse, session: string, operator: Operator): Stream {
  let seq = 0

  function write(text: string): void {
    if (response.writableLength > MOST_BUFFERED) response.destroy()
    else response.write(text)
  }
  const event = (event: InboxEvent) => `data: ${JSON.stringify(event)}\n\n`

  // The reader may leave between two writes; 'close' tells of it.
  response.on('error', () => undefined)
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
  })
  return {
    session,
    operator,
    greet: (now) => write(event({ kind: 'hello', seq, now })),
    tell: (tickets) =>
      write(
        tickets.map((ticket) => `data: {"kind":"ticket","seq":${++seq},"ticket":${ticket}}\n\n`).join(''),
      ),
    beat: () => write(': here\n\n'),
    end() {
      write(event({ kind: 'ended', seq: ++seq }))
      response.end()
    },
    cut: () => void response.destroy(),
  }
}

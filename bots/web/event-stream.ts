import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import type { FeedItem } from '../../src/contracts/feed.ts'

/** Nudges may be lost: this is how late an item can be, ms. */
const POLL_MS = 5000
/** Proxies and phones cut a silent connection, ms. */
const HEARTBEAT_MS = 15_000
/** More than this is never buffered for one reader, but for one item. */
const BUFFER_MAX = 256 * 1024
/** A reader who takes nothing for so long is cut; it comes back and reads on, ms. */
const PATIENCE_MS = 20_000
const PAGE = 50

type Read = (after: number, limit: number) => Promise<readonly FeedItem[]>

export interface EventStream {
  /** There may be something new. */
  look(): void
  end(): void
}

/** Writes the chat's items as they come, each once, until the reader leaves. `ready` marks the first time all was read. */
export function openStream(
  response: ServerResponse,
  read: Read,
  after: number,
  patienceMs = PATIENCE_MS,
): EventStream {
  const left = new AbortController()
  let seq = after
  let stale = false
  let writing = false
  let ready = false

  async function write(text: string): Promise<void> {
    response.write(text)
    if (response.writableLength <= BUFFER_MAX) return
    await once(response, 'drain', {
      signal: AbortSignal.any([left.signal, AbortSignal.timeout(patienceMs)]),
    })
  }

  async function catchUp(): Promise<void> {
    for (;;) {
      const items = await read(seq, PAGE)
      for (const item of items) {
        if (left.signal.aborted) return
        seq = item.seq
        await write(`id: ${item.seq}\ndata: ${JSON.stringify(item)}\n\n`)
      }
      if (items.length < PAGE) return
    }
  }

  async function run(): Promise<void> {
    if (writing) return
    writing = true
    while (stale && !left.signal.aborted) {
      stale = false
      await catchUp()
      if (!ready) await write('event: ready\ndata: {}\n\n')
      ready = true
    }
    writing = false
  }

  function look(): void {
    stale = true
    // A failed read or a slow reader: cut, so that the browser starts afresh from what it has.
    run().catch(() => response.destroy())
  }

  const poll = setInterval(look, POLL_MS)
  const heartbeat = setInterval(() => response.write(': \n\n'), HEARTBEAT_MS)
  function end(): void {
    clearInterval(poll)
    clearInterval(heartbeat)
    left.abort()
    response.end()
  }

  // The reader may leave between two writes; 'close' tells us.
  response.on('error', () => undefined)
  response.writeHead(200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store, no-transform',
    'X-Accel-Buffering': 'no',
  })
  response.write(': \n\n')
  look()
  return { look, end }
}

import type express from 'express'
import type { QueueRow } from '../../src/contracts/inbox-store.ts'
import type { OperatorId } from '../../src/core/ids.ts'
import type { Locale } from '../../src/core/locale.ts'
import type { Access, Entered } from './access/access.ts'
import type { InboxDeps } from './deps.ts'
import { RECENT_MS } from './desk-routes.ts'
import type { InboxEvent, Refusal } from './protocol.ts'
import { summaryOf } from './summary.ts'

/** Nudges may be lost, looking may not: how long a change may stay unseen at most, ms. */
const LOOK_MS = 1_000
const COALESCE_MS = 30
const HEARTBEAT_MS = 15_000
/** A reader who does not read is cut off; the screen comes back and fetches what it missed. */
const MOST_BUFFERED = 256 * 1024
const MOST_STREAMS = 5

interface Stream {
  readonly who: Entered
  readonly response: express.Response
  seq: number
}

export interface Live {
  readonly open: express.RequestHandler
  stop(): void
}

/**
 * Tells all screens what changed. One reader of the queue in each process compares versions with what
 * was told before; a change is written once for each language, and each stream gets the same bytes.
 */
export function createLive(deps: InboxDeps, access: Access): Live {
  const { reads, clock, nudges } = deps
  const streams = new Set<Stream>()
  const told = new Map<number, number>()
  let timer: NodeJS.Timeout | undefined
  let looking = false
  let again = false

  async function look(): Promise<void> {
    if (looking) {
      again = true
      return
    }
    looking = true
    try {
      do {
        again = false
        if (streams.size > 0) tell(await reads.queue(clock.now() - RECENT_MS))
      } while (again)
    } catch {
      // The database is away: the next look finds what this one did not.
    } finally {
      looking = false
    }
  }

  /** What left the queue is told of, too: by its row, which says in which state it ended. */
  function tell(rows: readonly QueueRow[]): void {
    const present = new Set(rows.map((row) => row.ticket.id as number))
    for (const row of rows) {
      if ((told.get(row.ticket.id) ?? 0) < row.ticket.version) broadcast(row)
    }
    for (const id of told.keys()) if (!present.has(id)) void tellGone(id)
  }

  async function tellGone(id: number): Promise<void> {
    told.delete(id)
    const row = await reads.row(id as QueueRow['ticket']['id']).catch(() => undefined)
    if (row !== undefined) broadcast(row)
    told.delete(id)
  }

  function broadcast(row: QueueRow): void {
    told.set(row.ticket.id, row.ticket.version)
    const written = new Map<Locale, string>()
    for (const stream of streams) {
      const { locale } = stream.who.operator
      const ticket = written.get(locale) ?? JSON.stringify(summaryOf(row, locale, deps))
      written.set(locale, ticket)
      write(stream, `data: {"kind":"ticket","seq":${++stream.seq},"ticket":${ticket}}\n\n`)
    }
  }

  function write(stream: Stream, chunk: string): void {
    if (stream.response.writableLength > MOST_BUFFERED) close(stream)
    else stream.response.write(chunk)
  }

  function close(stream: Stream): void {
    streams.delete(stream)
    stream.response.destroy()
  }

  async function heartbeat(): Promise<void> {
    const operators = new Set<OperatorId>()
    for (const stream of streams) {
      const isAlive = await access.isAlive(stream.who.session).catch(() => true)
      if (!isAlive) {
        send(stream, { kind: 'ended', seq: ++stream.seq })
        stream.response.end()
        streams.delete(stream)
        continue
      }
      write(stream, ': here\n\n')
      operators.add(stream.who.operator.id)
    }
    const until = clock.now() + deps.desk.times.leaseMs
    await deps
      .transact(async (tx) => {
        for (const operator of operators) await tx.extendLeases(operator, until)
      })
      .catch(() => undefined)
  }

  function send(stream: Stream, event: InboxEvent): void {
    write(stream, `data: ${JSON.stringify(event)}\n\n`)
  }

  const off = nudges.on('desk', () => {
    timer ??= setTimeout(() => {
      timer = undefined
      void look()
    }, COALESCE_MS)
  })
  const looks = setInterval(() => void look(), LOOK_MS)
  const beats = setInterval(() => void heartbeat(), HEARTBEAT_MS)

  return {
    async open(request, response) {
      const who = await access.who(request)
      const mine = [...streams].filter((stream) => stream.who.operator.id === who?.operator.id)
      if (who === undefined || mine.length >= MOST_STREAMS) {
        const refusal: Refusal = { error: who === undefined ? 'not-logged-in' : 'overloaded' }
        response.status(who === undefined ? 401 : 429).json(refusal)
        return
      }
      response.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      })
      const stream: Stream = { who, response, seq: 0 }
      streams.add(stream)
      response.on('close', () => streams.delete(stream))
      send(stream, { kind: 'hello', seq: stream.seq, now: clock.now() })
    },
    stop() {
      off()
      clearInterval(looks)
      clearInterval(beats)
      clearTimeout(timer)
      for (const stream of streams) close(stream)
    },
  }
}

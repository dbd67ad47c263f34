import type express from 'express'
import type { QueueRow } from '../../src/contracts/inbox-store.ts'
import type { Locale } from '../../src/core/locale.ts'
import type { Access } from './access/access.ts'
import type { InboxDeps } from './deps.ts'
import { openStream, type Stream } from './live/stream.ts'
import { startUpkeep } from './live/upkeep.ts'
import { createWatch } from './live/watch.ts'
import type { Refusal } from './protocol.ts'
import { summaryOf } from './summary.ts'

/** Nudges may be lost, looking may not: how long a change may stay unseen at most, ms. */
const LOOK_MS = 1_000
/** One for each browser; what is more is mostly left over from a connection that died unseen. */
const STREAMS_EACH = 5

export interface Live {
  readonly open: express.RequestHandler
  stop(): void
}

/**
 * Tells all screens what changed. One reader of the queue in each process compares versions with what
 * it saw before; a change is written once for each language, and each stream gets the same bytes.
 */
export function createLive(deps: InboxDeps, access: Access): Live {
  const { clock, nudges } = deps
  const streams = new Set<Stream>()
  const watch = createWatch(deps, broadcast)
  const upkeep = startUpkeep(deps, access, streams)

  function broadcast(changed: readonly QueueRow[]): void {
    if (changed.length === 0) return
    const written = new Map<Locale, readonly string[]>()
    for (const stream of streams) {
      const { locale } = stream.operator
      const tickets =
        written.get(locale) ?? changed.map((row) => JSON.stringify(summaryOf(row, locale, deps)))
      written.set(locale, tickets)
      stream.tell(tickets)
    }
  }

  /** A look that fails is made up for by the next: what it would have told is still news. */
  function look(): void {
    if (streams.size > 0) watch.look().catch(() => undefined)
  }

  function makeRoom(operator: string): void {
    const theirs = [...streams].filter((stream) => stream.operator.id === operator)
    if (theirs.length >= STREAMS_EACH) theirs[0]?.cut()
  }

  const off = nudges.on('desk', look)
  const looks = setInterval(look, LOOK_MS)

  return {
    async open(request, response) {
      const who = await access.who(request)
      if (who === undefined) {
        const refusal: Refusal = { error: 'not-logged-in' }
        response.status(401).json(refusal)
        return
      }
      // What the screen fetches after the hello is no older than this, and what comes later is told.
      await watch.look()
      if (response.destroyed) return
      makeRoom(who.operator.id)
      const stream = openStream(response, who.session, who.operator)
      streams.add(stream)
      response.once('close', () => streams.delete(stream))
      stream.greet(clock.now())
    },
    stop() {
      off()
      clearInterval(looks)
      upkeep.stop()
      watch.stop()
      for (const stream of streams) stream.cut()
    },
  }
}

import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock } from '../../../src/contracts/clock.ts'
import type { InboxReads, QueueRow } from '../../../src/contracts/inbox-store.ts'
import type { TicketId } from '../../../src/core/ids.ts'

/** What happens together is looked at once, ms. */
const COALESCE_MS = 30
/** Looking takes at most a fourth of the time, however long the queue is. */
const REST = 3
/** A ticket that is resolved is still in the rows for so long, ms: no look comes later than that. */
const RESOLVED_SINCE_MS = 60_000

/** Looks at the queue and tells what changed since it looked last. */
export interface Watch {
  /** Resolves when a look that began after this call was told of. The first look has nothing to tell. */
  look(): Promise<void>
  stop(): void
}

interface Seen {
  readonly version: number
  readonly isOpen: boolean
}

export function createWatch(
  { reads, clock }: { readonly reads: Pick<InboxReads, 'queue' | 'row'>; readonly clock: Clock },
  tell: (changed: readonly QueueRow[]) => void,
): Watch {
  const stopped = new AbortController()
  let seen: ReadonlyMap<TicketId, Seen> | undefined
  let next: Promise<void> | undefined
  let last: Promise<void> = Promise.resolve()
  let restMs = COALESCE_MS

  async function lookNow(): Promise<void> {
    const began = clock.monotonic()
    const rows = await reads.queue(clock.now() - RESOLVED_SINCE_MS)
    const changed = seen === undefined ? [] : [...rows.filter(isNews(seen)), ...(await goneOf(seen, rows))]
    seen = new Map(rows.map(({ ticket }) => [ticket.id, { version: ticket.version, isOpen: isOpen(ticket) }]))
    restMs = Math.max(COALESCE_MS, REST * (clock.monotonic() - began))
    tell(changed)
  }

  /** What left the queue otherwise than resolved is told of by its row, which says how it ended. */
  async function goneOf(before: ReadonlyMap<TicketId, Seen>, rows: readonly QueueRow[]): Promise<QueueRow[]> {
    const present = new Set(rows.map(({ ticket }) => ticket.id))
    const gone = [...before].filter(([id, was]) => was.isOpen && !present.has(id))
    const found = await Promise.all(gone.map(([id]) => reads.row(id)))
    return found.filter((row) => row !== undefined)
  }

  return {
    look() {
      next ??= last.then(async () => {
        await sleep(restMs, undefined, { signal: stopped.signal })
        next = undefined
        const looking = lookNow()
        last = looking.catch(() => undefined)
        await looking
      })
      return next
    },
    stop: () => stopped.abort(),
  }
}

const isNews =
  (seen: ReadonlyMap<TicketId, Seen>) =>
  ({ ticket }: QueueRow): boolean =>
    (seen.get(ticket.id)?.version ?? 0) < ticket.version

const isOpen = ({ state }: QueueRow['ticket']): boolean =>
  state === 'provisional' || state === 'waiting' || state === 'claimed'

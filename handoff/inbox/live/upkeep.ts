import type { Operator } from '../../../src/core/operator.ts'
import type { Access } from '../access/access.ts'
import type { InboxDeps } from '../deps.ts'
import type { Stream } from './stream.ts'

/** How late a stream may end whose session another process ended, ms. */
const LOOK_MS = 4_000
const HEARTBEAT_MS = 15_000
/** More in one transaction would make others wait. */
const AT_ONCE = 50

export interface Upkeep {
  stop(): void
}

/**
 * Keeps streams as true as their sessions: one that ended is told so and closed, at once when it ended in
 * this process. While a stream lives, its session does, and the tickets in the operator's hands stay there.
 */
export function startUpkeep(deps: InboxDeps, access: Access, streams: ReadonlySet<Stream>): Upkeep {
  const { transact, clock, desk } = deps
  let beatAt = clock.monotonic()
  let running = false
  let again = false

  async function check(some: readonly Stream[]): Promise<void> {
    const alive = await access.alive([...new Set(some.map(({ session }) => session))])
    for (const stream of some) {
      const operator = alive.get(stream.session)
      if (operator === undefined) stream.end()
      else stream.operator = operator
    }
  }

  async function extendLeases(some: readonly Operator['id'][]): Promise<void> {
    const until = clock.now() + desk.times.leaseMs
    await transact(async (tx) => {
      for (const operator of some) await tx.extendLeases(operator, until)
    })
  }

  async function beat(): Promise<void> {
    if (clock.monotonic() - beatAt < HEARTBEAT_MS) return
    beatAt = clock.monotonic()
    for (const stream of streams) stream.beat()
    const operators = new Set([...streams].map(({ operator }) => operator.id))
    for (const some of chunks([...operators])) await extendLeases(some)
  }

  async function look(): Promise<void> {
    again = true
    if (running) return
    running = true
    try {
      while (again) {
        again = false
        for (const some of chunks([...streams])) await check(some)
        await beat()
      }
    } catch {
      // The database is away. Leases and sessions outlast that for a while; the next look goes on.
    } finally {
      running = false
    }
  }

  access.onChange(() => void look())
  const looks = setInterval(() => void look(), LOOK_MS)
  return { stop: () => clearInterval(looks) }
}

function chunks<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / AT_ONCE) }, (_, n) =>
    items.slice(n * AT_ONCE, (n + 1) * AT_ONCE),
  )
}

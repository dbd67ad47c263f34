import type { Locale } from '../../src/core/locale.ts'
import type { InboxDeps } from './deps.ts'
import type { Queue } from './protocol.ts'
import { shareFresh } from './share-fresh.ts'
import { summaryOf } from './summary.ts'

/** What was resolved within so long is still in sight, ms. */
const RECENT_MS = 8 * 3_600_000

/** The queue as JSON: read and written once for all who ask at the same time. */
export function createQueueReader(deps: InboxDeps): (locale: Locale) => Promise<string> {
  const { reads, clock } = deps
  const read = shareFresh(async () => {
    const now = clock.now()
    const rows = await reads.queue(now - RECENT_MS)
    const written = new Map<Locale, string>()
    return (locale: Locale): string => {
      const known = written.get(locale)
      if (known !== undefined) return known
      const queue: Queue = { tickets: rows.map((row) => summaryOf(row, locale, deps)), now }
      const json = JSON.stringify(queue)
      written.set(locale, json)
      return json
    }
  })
  return async (locale) => (await read())(locale)
}

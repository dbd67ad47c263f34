import type { InboxReads, PromiseRow } from '../../src/contracts/inbox-store.ts'
import { HANDOFF_WITHIN_MS } from '../../src/core/ticket.ts'
import type { PromiseFigures } from './protocol.ts'

/** Promise 4 as it was kept since then: nearest-rank percentiles over the tickets in the database. */
export async function readPromise(reads: InboxReads, since: number): Promise<PromiseFigures> {
  return figuresOf(await reads.promise(since), since)
}

export function figuresOf(rows: readonly PromiseRow[], since: number): PromiseFigures {
  const opened = sorted(rows.map((row) => row.openedAfterMs))
  const claimed = sorted(rows.flatMap(({ claimedAfterMs }) => claimedAfterMs ?? []))
  return {
    since,
    tickets: rows.length,
    p50: percentile(opened, 0.5) ?? 0,
    p95: percentile(opened, 0.95) ?? 0,
    p99: percentile(opened, 0.99) ?? 0,
    worst: opened.at(-1) ?? 0,
    late: opened.filter((ms) => ms > HANDOFF_WITHIN_MS).length,
    claimP50: percentile(claimed, 0.5),
    claimP95: percentile(claimed, 0.95),
  }
}

const sorted = (numbers: readonly number[]): readonly number[] => [...numbers].sort((a, b) => a - b)

/** The smallest value that so many of them do not exceed. */
function percentile(ascending: readonly number[], share: number): number | undefined {
  return ascending[Math.max(0, Math.ceil(ascending.length * share) - 1)]
}

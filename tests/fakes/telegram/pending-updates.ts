import type { Ledger } from './ledger.ts'
import { type Happening, kindOf, type Update } from './update.ts'

/** What the bot has not acknowledged yet. */
export interface PendingUpdates {
  /** Numbers it and keeps it; undefined when the bot did not ask for this kind. */
  push(happening: Happening): Update | undefined
  /** As `getUpdates` gives them; `offset` acknowledges everything before. */
  from(offset: number | undefined, limit: number): readonly Update[]
  acknowledge(updateId: number): void
  all(): readonly Update[]
  readonly size: number
  drop(): void
  allow(kinds: readonly string[] | undefined): void
  /** Resolves at the next push, or when `ms` have passed, or when it is cancelled. */
  wait(ms: number, cancelled: AbortSignal): Promise<void>
}

export function createPendingUpdates(ledger: Ledger, firstId: number): PendingUpdates {
  const pending = new Map<number, Update>()
  let allowed: readonly string[] | undefined
  let nextId = firstId
  let wake = Promise.withResolvers<void>()

  const acknowledge = (updateId: number) => {
    if (pending.delete(updateId)) ledger.acknowledged(updateId)
  }

  return {
    push(happening) {
      if (allowed !== undefined && !allowed.includes(kindOf(happening))) return undefined
      const given = happening['update_id']
      const id = typeof given === 'number' ? given : nextId
      nextId = Math.max(nextId, id + 1)
      const update = { ...happening, update_id: id }
      pending.set(id, update)
      ledger.pushed(update)
      wake.resolve()
      wake = Promise.withResolvers()
      return update
    },
    from(offset, limit) {
      // Telegram's own server answers from the beginning when it is asked for what is far ahead.
      const start = offset === undefined || offset > nextId + 10 ? 0 : offset
      const batch: Update[] = []
      for (const [id, update] of pending) {
        if (id < start) acknowledge(id)
        else if (batch.push(update) === limit) break
      }
      return batch
    },
    acknowledge,
    all: () => [...pending.values()],
    get size() {
      return pending.size
    },
    drop: () => pending.clear(),
    allow(kinds) {
      allowed = kinds
    },
    async wait(ms, cancelled) {
      const { promise: over, resolve } = Promise.withResolvers<void>()
      const timer = setTimeout(resolve, ms)
      cancelled.addEventListener('abort', () => resolve(), { once: true })
      await Promise.race([wake.promise, over])
      clearTimeout(timer)
    },
  }
}

import type { Ledger } from './ledger.ts'
import type { Params } from './methods.ts'
import type { PendingUpdates } from './pending-updates.ts'
import { badRequest, Refusal } from './refusal.ts'
import type { Update } from './update.ts'

export interface Polls {
  getUpdates(params: Params, gone: AbortSignal): Promise<readonly Update[]>
}

const MOST_WAIT_S = 50

/** Long polling: one at a time, and none beside a webhook. */
export function createPolls(pending: PendingUpdates, ledger: Ledger, hasWebhook: () => boolean): Polls {
  let waiting: AbortController | undefined
  return {
    async getUpdates(params, gone) {
      if (hasWebhook()) {
        throw new Refusal(
          409,
          "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
        )
      }
      const offset = numberOf(params['offset'])
      const limit = Math.min(numberOf(params['limit']) ?? 100, 100)
      const allowed = params['allowed_updates']
      if (Array.isArray(allowed)) pending.allow(allowed.length === 0 ? undefined : allowed.map(String))
      const until = Date.now() + Math.min(numberOf(params['timeout']) ?? 0, MOST_WAIT_S) * 1000
      waiting?.abort()
      const mine = new AbortController()
      waiting = mine
      const cancelled = AbortSignal.any([mine.signal, gone])
      let batch = pending.from(offset, limit)
      while (batch.length === 0 && !cancelled.aborted && Date.now() < until) {
        await pending.wait(until - Date.now(), cancelled)
        if (!cancelled.aborted) batch = pending.from(offset, limit)
      }
      if (waiting === mine) waiting = undefined
      if (mine.signal.aborted) {
        throw new Refusal(
          409,
          'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
        )
      }
      if (!gone.aborted) for (const { update_id: id } of batch) ledger.delivered(id)
      return batch
    },
  }
}

function numberOf(value: unknown): number | undefined {
  if (value === undefined) return undefined
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw badRequest('invalid integer value')
  return value
}

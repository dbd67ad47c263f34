import { Refused } from '../api/refused.ts'
import type { Words } from '../words/ru.ts'

/** What went wrong, in words. */
export function explain(words: Words, error: unknown): string {
  if (!(error instanceof Refused)) return words.unreachable
  const { error: code, operator, retryAfterMs } = error.refusal
  if (code === 'not-waiting' && operator !== undefined) return words.takenBy(operator)
  if (code === 'not-yours' && operator !== undefined)
    return `${words.refusals[code]} ${words.takenBy(operator)}`
  if (code === 'locked' && retryAfterMs !== undefined) return words.lockedFor(retryAfterMs)
  return words.refusals[code] ?? words.unreachable
}

/** What is wrong with one field of a form, when the server said so. */
export function faultOf(error: unknown, field: string): string | undefined {
  return error instanceof Refused ? error.refusal.fields?.[field] : undefined
}

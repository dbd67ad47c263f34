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

/** What is wrong with one field of a form, in words, when the server said so. */
export function faultOf(
  words: Words,
  error: unknown,
  field: 'login' | 'name' | 'password',
): string | undefined {
  const code = error instanceof Refused ? error.refusal.fields?.[field] : undefined
  if (code === undefined) return undefined
  if (field === 'login') return words.link.loginWrong
  if (field === 'name') return words.link.nameWrong
  const faults: Readonly<Record<string, string>> = words.passwordFaults
  return faults[code] ?? words.refusals.invalid
}

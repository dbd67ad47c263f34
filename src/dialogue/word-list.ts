import { isOneSlipApart } from '../nlu/slip.ts'
import { stemOf } from '../nlu/tokens.ts'

/** Shorter words have too many neighbours that are words themselves. */
const CAN_SLIP_FROM = 6

/** Words that a citizen's word is looked up in, one slip forgiven. */
export interface WordList {
  has(word: string): boolean
}

/**
 * A word with the same stem is no misspelling but another form («человеку»), which the list leaves out on
 * purpose.
 */
export function createWordList(words: readonly string[]): WordList {
  const exact = new Set(words)
  const long = [...exact].filter((word) => word.length >= CAN_SLIP_FROM)
  const byEnd = new Map<string, string[]>()
  for (const word of long) {
    for (const half of halvesOf(word)) byEnd.set(half, [...(byEnd.get(half) ?? []), word])
  }
  return {
    has(word) {
      if (exact.has(word)) return true
      if (word.length < CAN_SLIP_FROM - 1) return false
      const near = halvesOf(word)
        .flatMap((half) => byEnd.get(half) ?? [])
        .filter((known) => isOneSlipApart(known, word))
      return near.length > 0 && near.every((known) => stemOf(known) !== stemOf(word))
    },
  }
}

/** One slip leaves the first two letters or the last two as they are: few words share either. */
function halvesOf(word: string): readonly string[] {
  return [`${word.slice(0, 2)}…`, `…${word.slice(-2)}`]
}

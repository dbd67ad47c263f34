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
  const long = [...exact]
    .filter((word) => word.length >= CAN_SLIP_FROM)
    .map((word) => ({ word, stem: stemOf(word) }))
  return {
    has(word) {
      if (exact.has(word)) return true
      if (word.length < CAN_SLIP_FROM - 1) return false
      const near = long.filter((known) => isOneSlipApart(known.word, word))
      return near.length > 0 && near.every(({ stem }) => stem !== stemOf(word))
    },
  }
}

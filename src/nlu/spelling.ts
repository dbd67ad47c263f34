import { isOneSlipApart } from './slip.ts'

/** Shorter words have too many neighbours that are words themselves. */
const SHORTEST = 5

/**
 * Puts words right that the corpus has in another spelling. A first letter is seldom mistyped, and to
 * demand it spares most of the words that are not misspelt, only unknown («кошки», «мошки»).
 */
export interface Spelling {
  /** The corpus' word that is one slip away, the commonest of several; undefined when there is none. */
  right(word: string): string | undefined
}

/**
 * `frequencies`: how often the corpus has each word. Words that share a form with one letter left out are
 * looked up rather than compared with all (Garbe's symmetric deletes).
 */
export function createSpelling(frequencies: ReadonlyMap<string, number>): Spelling {
  const byForm = new Map<string, string[]>()
  for (const word of frequencies.keys()) {
    if (!canSlip(word)) continue
    for (const form of shortened(word)) {
      const words = byForm.get(form)
      if (words === undefined) byForm.set(form, [word])
      else words.push(word)
    }
  }
  const commoner = (one: string, other: string): boolean => {
    const more = (frequencies.get(one) ?? 0) - (frequencies.get(other) ?? 0)
    return more > 0 || (more === 0 && one < other)
  }
  return {
    right: (word) => {
      if (frequencies.has(word) || !canSlip(word)) return undefined
      let best: string | undefined
      for (const form of shortened(word)) {
        for (const known of byForm.get(form) ?? []) {
          if (!maybeMeant(word, known)) continue
          if (best === undefined || commoner(known, best)) best = known
        }
      }
      return best
    },
  }
}

const canSlip = (word: string): boolean =>
  word.length >= SHORTEST && word.length <= 40 && /^\p{L}+$/u.test(word)

const maybeMeant = (word: string, known: string): boolean =>
  word[0] === known[0] && isOneSlipApart(word, known)

function shortened(word: string): readonly string[] {
  const forms = [word]
  for (let at = 0; at < word.length; at += 1) forms.push(word.slice(0, at) + word.slice(at + 1))
  return forms
}

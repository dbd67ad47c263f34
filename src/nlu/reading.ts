import type { Reader } from './document.ts'
import { otherLayout } from './layout.ts'
import type { Spelling } from './spelling.ts'
import { wordsOf } from './tokens.ts'
import { fromTranslit } from './translit.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A text as it may have been meant. */
export interface Reading {
  readonly text: string
  readonly words: readonly string[]
  /** The share of its letter sequences that the corpus has, 0..1. */
  readonly familiarity: number
  readonly repairs: readonly string[]
}

/** By so much a repaired reading must look more like the corpus than the text as it was typed. */
const CLEARLY = 0.25

/**
 * The likeliest reading of a normalised text: as typed, typed on the other keyboard layout, or Russian in
 * Latin letters. Each is judged by how many of its letter sequences the corpus knows, which tells a
 * language from gibberish even where the words themselves are new.
 */
export function readingOf(text: string, { vocabulary }: Reader): Reading {
  let best = read(text, [], vocabulary)
  const clearly = best.familiarity + CLEARLY
  if (clearly >= 1) return best
  for (const [repair, other] of [
    ['layout', otherLayout(text)],
    ['translit', fromTranslit(text)],
  ] as const) {
    if (other === undefined) continue
    const reading = read(other, [repair], vocabulary)
    if (reading.familiarity > Math.max(clearly, best.familiarity)) best = reading
  }
  return best
}

function read(text: string, repairs: readonly string[], vocabulary: Vocabulary): Reading {
  const words = wordsOf(text)
  return { text, words, repairs, familiarity: familiarityOf(words, vocabulary) }
}

/** By three letters, word ends among them. */
function familiarityOf(words: readonly string[], vocabulary: Vocabulary): number {
  let all = 0
  let known = 0
  for (const word of words) {
    const padded = ` ${word} `
    for (let at = 0; at + 3 <= padded.length; at += 1) {
      all += 1
      if (vocabulary.gram(padded.slice(at, at + 3), false) !== undefined) known += 1
    }
  }
  return all === 0 ? 0 : known / all
}

/** The reading with its misspelt words put right; a word whose stem the corpus knows is not misspelt. */
export function spelt(reading: Reading, spelling: Spelling, { stems, vocabulary }: Reader): Reading {
  const repairs: string[] = []
  const words = reading.words.map((word) => {
    if (vocabulary.word(stems.of(word), false) !== undefined) return word
    const right = spelling.right(word)
    if (right === undefined) return word
    repairs.push(`${word}→${right}`)
    return right
  })
  if (repairs.length === 0) return reading
  return { ...reading, text: words.join(' '), words, repairs: [...reading.repairs, ...repairs] }
}

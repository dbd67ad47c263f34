import type { Document } from './document.ts'

/** What the words and what the characters of a text weigh together: the squares add up to 1. */
const WORDS_SHARE = 0.5
const GRAMS_SHARE = 0.5

/** A document as a vector of length 1, less where words are unknown. */
export interface Vector {
  readonly ids: Int32Array
  readonly values: Float32Array
  /** Which share of the words' weight is known, 0..1. */
  readonly coverage: number
}

/** TF-IDF learnt from a set of documents. */
export interface Weighting {
  /** By feature; 0 for one that no document of the set has. */
  readonly idf: Float32Array
  /** The weight of a word that was never seen. */
  readonly rarest: number
}

export function learnWeighting(documents: readonly Document[], features: number): Weighting {
  const seenIn = new Float32Array(features)
  for (const { ids } of documents) for (const id of ids) seenIn[id] = (seenIn[id] ?? 0) + 1
  const weightOf = (seen: number): number => Math.log((1 + documents.length) / (1 + seen)) + 1
  return { idf: seenIn.map((seen) => (seen === 0 ? 0 : weightOf(seen))), rarest: weightOf(0) }
}

/**
 * Words and characters are brought to their shares each for itself, so that many n-grams do not drown
 * the few words. Unknown words take their part of the share: a text is not its one known word.
 */
export function weigh(document: Document, { idf, rarest }: Weighting): Vector {
  const { ids, counts, wordIds } = document
  const values = new Float32Array(ids.length)
  let words = 0
  let grams = 0
  let unknown = document.unknownStems * rarest * rarest
  for (let at = 0; at < ids.length; at += 1) {
    const weight = idf[ids[at] ?? 0] ?? 0
    const value = weight * (1 + Math.log(counts[at] ?? 1))
    values[at] = value
    if (at >= wordIds) grams += value * value
    else if (weight === 0) unknown += rarest * rarest
    else words += value * value
  }
  const all = (words > 0 ? WORDS_SHARE : 0) + (grams > 0 ? GRAMS_SHARE : 0)
  const wordScale = words > 0 ? Math.sqrt(WORDS_SHARE / all / (words + unknown)) : 0
  const gramScale = grams > 0 ? Math.sqrt(GRAMS_SHARE / all / grams) : 0
  for (let at = 0; at < ids.length; at += 1) {
    values[at] = (values[at] ?? 0) * (at < wordIds ? wordScale : gramScale)
  }
  return { ids, values, coverage: words + unknown === 0 ? 0 : words / (words + unknown) }
}

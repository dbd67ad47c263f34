import Fuse from 'fuse.js'

/** Fuse's price grows with the text, and it has nothing to add to a long one. */
export const FUZZY_UP_TO = 32

const OPTIONS = { includeScore: true, ignoreLocation: true, threshold: 0.6 }

/** How alike a short text and each of a few examples are, letter by letter, 0..1, in the examples' order. */
export function fuzzyLikeness(text: string, examples: readonly string[]): readonly number[] {
  const likeness = examples.map(() => 0)
  for (const { refIndex, score } of new Fuse(examples, OPTIONS).search(text)) {
    likeness[refIndex] = 1 - (score ?? 1)
  }
  return likeness
}

import { stemOf } from './tokens.ts'

/** Stems, those of the corpus' own words looked up: stemming is the dearest step of reading a text. */
export interface Stems {
  of(word: string): string
}

export function createStems(corpusWords: Iterable<string>): Stems {
  const known = new Map<string, string>()
  for (const word of corpusWords) if (!known.has(word)) known.set(word, stemOf(word))
  return { of: (word) => known.get(word) ?? stemOf(word) }
}

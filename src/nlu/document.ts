import { eachCharGram, eachStemGram } from './features.ts'
import type { Stems } from './stems.ts'
import type { Synonyms } from './synonyms.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A text as the features it has, counted. Those of the words come first, then those of the characters. */
export interface Document {
  readonly ids: Int32Array
  readonly counts: Float32Array
  /** How many of `ids` are stems, their pairs and synonyms. */
  readonly wordIds: number
  /** Stems that the vocabulary does not have. */
  readonly unknownStems: number
}

/** Reads words as a document; with `learn`, features that are new enter the vocabulary. */
export function readDocument(words: readonly string[], by: Reader, learn = false): Document {
  const { vocabulary, synonyms } = by
  const stems = words.map((word) => by.stems.of(word))
  const wordCounts = new Map<number, number>()
  const gramCounts = new Map<number, number>()
  const unknown = { stems: 0 }
  const count = (counts: Map<number, number>, id: number | undefined): void => {
    if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  eachStemGram(stems, (feature) => {
    const id = vocabulary.word(feature, learn)
    if (id === undefined && !feature.includes(' ')) unknown.stems += 1
    count(wordCounts, id)
  })
  for (const group of synonyms.groupsIn(stems)) {
    count(wordCounts, vocabulary.word(`≈${synonyms.nameOf(group)}`, learn))
  }
  for (const word of words) eachCharGram(word, (gram) => count(gramCounts, vocabulary.gram(gram, learn)))
  return {
    ids: Int32Array.from([...wordCounts.keys(), ...gramCounts.keys()]),
    counts: Float32Array.from([...wordCounts.values(), ...gramCounts.values()]),
    wordIds: wordCounts.size,
    unknownStems: unknown.stems,
  }
}

/** What reading needs. */
export interface Reader {
  readonly vocabulary: Vocabulary
  readonly stems: Stems
  readonly synonyms: Synonyms
}

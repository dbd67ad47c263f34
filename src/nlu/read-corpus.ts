import type { Candidate } from '../core/outcome.ts'
import type { Corpus } from './corpus.ts'
import { type Reader, readDocument } from './document.ts'
import type { Row } from './model.ts'
import { normalize } from './normalize.ts'
import { createSpelling, type Spelling } from './spelling.ts'
import { createStems } from './stems.ts'
import { createSynonyms } from './synonyms.ts'
import { wordsOf } from './tokens.ts'
import { createVocabulary } from './vocabulary.ts'

/** A corpus in numbers. */
export interface CorpusRead {
  readonly reader: Reader
  readonly spelling: Spelling
  readonly rows: readonly Row[]
  /** By label. */
  readonly classes: readonly Candidate['of'][]
  /** The label of the background, which stands behind the classes. */
  readonly none: number
}

type Text = Pick<Row, 'kind' | 'label' | 'text'>

export function readCorpus({ entries, synonyms, background }: Corpus): CorpusRead {
  const none = entries.length
  const texts: readonly Text[] = [
    ...entries.flatMap(({ examples, negatives, answer }, label) => [
      ...examples.map((text) => ({ kind: 'example', label, text }) as const),
      ...negatives.map((text) => ({ kind: 'negative', label, text }) as const),
      { kind: 'answer', label, text: answer } as const,
    ]),
    ...background.map((text) => ({ kind: 'example', label: none, text }) as const),
  ]
  const words = texts.map(({ text }) => wordsOf(normalize(text)))
  const reader = {
    vocabulary: createVocabulary(),
    stems: createStems(words.flat()),
    synonyms: createSynonyms(synonyms),
  }
  const rows = texts.map((text, at) => ({ ...text, document: readDocument(words[at] ?? [], reader, true) }))
  return {
    reader,
    spelling: createSpelling(frequenciesOf(words.flat())),
    rows,
    classes: entries.map((entry) => entry.of),
    none,
  }
}

function frequenciesOf(words: readonly string[]): ReadonlyMap<string, number> {
  const frequencies = new Map<string, number>()
  for (const word of words) frequencies.set(word, (frequencies.get(word) ?? 0) + 1)
  return frequencies
}

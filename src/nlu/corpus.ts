import type { Candidate } from '../core/outcome.ts'

/** What there is to be understood. */
export interface Corpus {
  readonly entries: readonly CorpusEntry[]
  /** Groups of words that mean the same; a member may have several words. */
  readonly synonyms: readonly (readonly string[])[]
  /** Messages that no entry answers. */
  readonly background: readonly string[]
}

/** A topic or an intent, in all languages at once. */
export interface CorpusEntry {
  readonly of: Candidate['of']
  readonly examples: readonly string[]
  /** What sounds like it and is not. */
  readonly negatives: readonly string[]
  readonly answer: string
}

import type { LexiconKey, PhraseKey } from '../core/content.ts'
import type { Localized } from '../core/locale.ts'
import type { FactEntry, IntentEntry, LexiconEntry, TopicEntry } from './schema.ts'
import type { YamlFile } from './yaml-file.ts'
import type { Path } from './yaml-place.ts'

/** Something read, and where it is written. */
export interface Placed<Value> {
  readonly value: Value
  readonly file: YamlFile
  readonly path: Path
}

/** What all files say together, before anybody asked whether it makes sense. */
export interface Draft {
  readonly topics: readonly Placed<TopicEntry>[]
  readonly intents: readonly Placed<IntentEntry>[]
  readonly facts: ReadonlyMap<string, Placed<FactEntry>>
  readonly phrases: ReadonlyMap<PhraseKey, Placed<Localized>>
  readonly lexicon: ReadonlyMap<LexiconKey, Placed<LexiconEntry>>
  readonly synonyms: readonly Placed<readonly string[]>[]
  readonly background: readonly Placed<string>[]
  readonly names: Names
}

/**
 * What may be referred to: also the names of what has a fault of its own, so that one fault does not
 * look like many. Undefined when a file could not be read at all and nobody can know.
 */
export interface Names {
  readonly topics: ReadonlySet<string> | undefined
  readonly facts: ReadonlySet<string> | undefined
}

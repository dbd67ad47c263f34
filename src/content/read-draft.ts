import { LEXICON_KEYS, PHRASE_KEYS } from '../core/content.ts'
import type { Draft, Placed } from './draft.ts'
import { type ContentFault, fault } from './fault.ts'
import { listFiles } from './list-files.ts'
import { TOP } from './read-text.ts'
import * as schema from './schema.ts'
import { property, readSection, type Section } from './section.ts'
import { readYamlFile } from './yaml-file.ts'

export const FACTS = 'faq/facts.yaml'
export const PHRASES = 'intents/phrases.yaml'
export const LEXICON = 'intents/lexicon.yaml'
const SYNONYMS = 'faq/synonyms.yaml'
const BACKGROUND = 'faq/background.yaml'
export const TESTS = 'faq/tests/'

export interface ReadDraft {
  readonly draft: Draft
  /** What keeps single files or entries from being understood. */
  readonly found: readonly ContentFault[]
}

/** Reads every content file. What can be understood is in the draft, for all the rest there is a fault. */
export function readDraft(folder: string): ReadDraft {
  const listed = listFiles(folder)
  const files = sortOut(listed.files)
  const topics = read(folder, files.topics, TOPICS_SECTION)
  const intents = read(folder, files.intents, INTENTS_SECTION)
  const facts = read(folder, [FACTS], FACTS_SECTION)
  const phrases = read(folder, [PHRASES], PHRASES_SECTION)
  const lexicon = read(folder, [LEXICON], LEXICON_SECTION)
  const synonyms = read(folder, files.synonyms, SYNONYMS_SECTION)
  const background = read(folder, files.background, BACKGROUND_SECTION)
  return {
    found: [
      ...[topics, intents, facts, phrases, lexicon, synonyms, background].flatMap(({ faults }) => faults),
      ...listed.closed.map((name) => fault(name, TOP, 'FOLDER_CLOSED')),
      ...files.misnamed.map((name) => fault(name, TOP, 'FILE_ENDING')),
      ...(files.topics.length === 0 ? [fault('faq', TOP, 'NO_TOPICS')] : []),
    ],
    draft: {
      topics: topics.entries,
      intents: intents.entries,
      facts: new Map(facts.entries.map((fact) => [String(fact.path[1]), fact])),
      phrases: byKey(PHRASE_KEYS, phrases.entries),
      lexicon: byKey(LEXICON_KEYS, lexicon.entries),
      synonyms: synonyms.entries,
      background: background.entries,
      names: {
        topics: topics.whole
          ? new Set(topics.raw.map(({ value }) => String(property(value, 'id'))))
          : undefined,
        facts: facts.whole ? new Set(facts.raw.map(({ path }) => String(path[1]))) : undefined,
      },
    },
  }
}

interface Files {
  readonly topics: readonly string[]
  readonly intents: readonly string[]
  readonly synonyms: readonly string[]
  readonly background: readonly string[]
  readonly misnamed: readonly string[]
}

function sortOut(all: readonly string[]): Files {
  const files = all.filter((name) => name.endsWith('.yaml') && !name.startsWith(TESTS))
  const special = [FACTS, PHRASES, LEXICON, SYNONYMS, BACKGROUND]
  return {
    topics: files.filter((name) => name.startsWith('faq/') && !special.includes(name)),
    intents: files.filter((name) => name.startsWith('intents/') && !special.includes(name)),
    synonyms: files.filter((name) => name === SYNONYMS),
    background: files.filter((name) => name === BACKGROUND),
    misnamed: all.filter((name) => name.endsWith('.yml')),
  }
}

export interface ReadFiles<Entry> {
  readonly faults: readonly ContentFault[]
  readonly entries: readonly Placed<Entry>[]
  readonly raw: readonly Placed<unknown>[]
  /** Every file could be read. */
  readonly whole: boolean
}

export function read<Entry>(
  folder: string,
  names: readonly string[],
  section: Section<Entry>,
): ReadFiles<Entry> {
  const files = names.map((name) => readYamlFile(folder, name))
  const sections = files.flatMap((file) => (file.ok ? [readSection(file.file, section)] : []))
  return {
    faults: [
      ...files.flatMap((file) => (file.ok ? [] : file.faults)),
      ...sections.flatMap(({ faults }) => faults),
    ],
    entries: sections.flatMap(({ entries }) => entries),
    raw: sections.flatMap(({ raw }) => raw),
    whole: files.every(({ ok }) => ok),
  }
}

function byKey<Key extends string, Entry>(
  keys: readonly Key[],
  entries: readonly Placed<Entry>[],
): ReadonlyMap<Key, Placed<Entry>> {
  const known = new Map(keys.map((key) => [String(key), key]))
  return new Map(
    entries.flatMap((entry) => {
      const key = known.get(String(entry.path[1]))
      return key === undefined ? [] : [[key, entry]]
    }),
  )
}

const TOPICS_SECTION: Section<schema.TopicEntry> = {
  key: 'topics',
  file: schema.topicsFile,
  entry: schema.topicSchema,
}
const INTENTS_SECTION: Section<schema.IntentEntry> = {
  key: 'intents',
  file: schema.intentsFile,
  entry: schema.intentSchema,
}
const FACTS_SECTION: Section<schema.FactEntry> = {
  key: 'facts',
  file: schema.factsFile,
  entry: schema.factSchema,
}
const PHRASES_SECTION: Section<schema.PhraseEntry> = {
  key: 'phrases',
  file: schema.phrasesFile,
  entry: schema.phraseSchema,
}
const LEXICON_SECTION: Section<schema.LexiconEntry> = {
  key: 'lexicon',
  file: schema.lexiconFile,
  entry: schema.lexiconSchema,
}
const SYNONYMS_SECTION: Section<string[]> = {
  key: 'synonyms',
  file: schema.synonymsFile,
  entry: schema.synonymsSchema,
}
const BACKGROUND_SECTION: Section<string> = {
  key: 'background',
  file: schema.backgroundFile,
  entry: schema.backgroundSchema,
}

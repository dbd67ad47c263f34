import { type TopicId, topicId } from '../core/ids.ts'
import { LOCALES } from '../core/locale.ts'
import type { Draft } from './draft.ts'
import { type ContentFault, sift } from './fault.ts'
import { faultAt, inside, type Place, told } from './lint/rule.ts'
import { listFiles } from './list-files.ts'
import { nearest } from './nearest.ts'
import { read, readDraft, TESTS } from './read-draft.ts'
import { sameText } from './same-text.ts'
import { type TestEntry, testSchema, testsFile } from './schema.ts'
import type { Section } from './section.ts'

/** A question, and the topic that has to answer it; undefined where none of them should. */
export interface ContentTest {
  readonly ask: string
  readonly topic: TopicId | undefined
  readonly file: string
  readonly line: number
}

export interface LoadedTests {
  /** Those without a fault. */
  readonly tests: readonly ContentTest[]
  readonly faults: readonly ContentFault[]
  readonly warnings: readonly ContentFault[]
}

/** The editors' tests in faq/tests, checked against the topics there are. They are not part of a snapshot. */
export function loadTests(folder: string, draft: Draft = readDraft(folder).draft): LoadedTests {
  const names = listFiles(folder).files.filter((name) => name.startsWith(TESTS) && name.endsWith('.yaml'))
  const { faults: found, entries } = read(folder, names, TESTS_SECTION)
  const examples = exampleIn(draft)
  const firsts = new Map<string, Place>()
  const senseless = entries.flatMap((entry) => {
    const { ask, topic } = entry.value
    const first = firsts.get(sameText(ask))
    firsts.set(sameText(ask), first ?? entry)
    const example = examples.get(sameText(ask))
    return [
      ...unknownTopic(topic, draft, inside(entry, 'topic')),
      ...(first ? [faultAt(inside(entry, 'ask'), 'TEST_TWICE', { other: told(first) })] : []),
      ...(example ? [faultAt(inside(entry, 'ask'), 'TEST_IS_EXAMPLE', { other: told(example) })] : []),
    ]
  })
  const tests = entries.map(({ value: { ask, topic }, file, path }) => ({
    ask,
    topic: topic === null ? undefined : topicId(topic),
    file: file.name,
    line: file.places.of(path).line,
  }))
  return { tests, ...sift([...found, ...senseless]) }
}

function unknownTopic(id: string | null, { names }: Draft, place: Place): ContentFault[] {
  if (id === null || names.topics === undefined || names.topics.has(id)) return []
  return [faultAt(place, 'TEST_TOPIC_UNKNOWN', { id, nearest: nearest(id, names.topics) ?? '' })]
}

function exampleIn({ topics }: Draft): ReadonlyMap<string, Place> {
  return new Map(
    topics.flatMap((topic) =>
      LOCALES.flatMap((locale) =>
        topic.value.examples[locale].map(
          (text, index) => [sameText(text), inside(topic, 'examples', locale, index)] as const,
        ),
      ),
    ),
  )
}

const TESTS_SECTION: Section<TestEntry> = { key: 'tests', file: testsFile, entry: testSchema }

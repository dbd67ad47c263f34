import { afterEach, describe, expect, it } from '@jest/globals'
import { LEXICON_KEYS, PHRASE_KEYS } from '../core/content.ts'
import { topicId } from '../core/ids.ts'
import { dropFolder, exampleFolder, FACTS, put, TOPICS } from './example-folder.ts'
import type { ContentFault } from './fault.ts'
import { type LoadedContent, loadContent } from './load.ts'

let folder = ''
afterEach(() => dropFolder(folder))

const load = (...[replaced]: Parameters<typeof exampleFolder>): LoadedContent => {
  folder = exampleFolder(replaced)
  return loadContent(folder)
}
const short = (faults: readonly ContentFault[]): readonly string[] =>
  faults.map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`)
const faultsOf = (loaded: LoadedContent): readonly string[] => (loaded.ok ? [] : short(loaded.faults))

describe('loadContent', () => {
  it('makes one snapshot of all files, with the facts filled in', () => {
    const loaded = load()
    expect(faultsOf(loaded)).toEqual([])
    if (!loaded.ok) return
    const { content } = loaded
    const phone = content.topics.get(topicId('contacts.phone'))
    expect(phone).toMatchObject({
      title: { ru: 'Телефон поддержки' },
      answer: {
        ru: 'Звоните: **8 800 555-35-35**.\nЧасы: пн–пт с 8:00 до 20:00.',
        en: 'Call **8 800 555-35-35**. Hours: Mon–Fri 8:00 to 20:00.',
      },
      negatives: { ru: ['сменить мой телефон'], en: [] },
      options: ['contacts.mail'],
      team: 'first-line',
      escalate: false,
      validFrom: 0,
    })
    expect(phone?.validTo).toBeGreaterThan(Date.UTC(9000, 0))
    expect([...content.intents.values()]).toMatchObject([{ id: 'talk.greeting', reply: { en: 'Hello!' } }])
    expect(Object.keys(content.phrases)).toEqual([...PHRASE_KEYS])
    expect(Object.keys(content.lexicon)).toEqual([...LEXICON_KEYS])
    expect(content.synonyms).toEqual([['телефон', 'номер']])
    expect(content.background).toEqual(['какая завтра погода'])
    expect(content.version).toMatch(/^[\da-f]{64}$/)
  })

  it('dates topics by the days of Moscow, the last one included', () => {
    const loaded = load()
    const mail = loaded.ok ? loaded.content.topics.get(topicId('contacts.mail')) : undefined
    expect(mail?.validFrom).toBe(Date.parse('2026-01-01T00:00:00+03:00'))
    expect(mail?.validTo).toBe(Date.parse('2026-12-31T23:59:59.999+03:00'))
  })

  it('makes a snapshot that nobody can change', () => {
    const loaded = load()
    const phone = loaded.ok ? loaded.content.topics.get(topicId('contacts.phone')) : undefined
    expect(() => Object.assign(phone?.title ?? {}, { ru: 'другое' })).toThrow(TypeError)
    expect(() => Object.assign(phone?.examples.ru ?? [], ['другое'])).toThrow(TypeError)
  })

  it('tells every fault of every file at once', () => {
    const loaded = load({
      'faq/contacts.yaml': TOPICS.replace('fact.phone.main', 'fact.phone.mian').replace(
        '[contacts.mail]',
        '[contacts.mial]',
      ),
      'faq/broken.yaml': 'topics:\n\t- id: x\n',
      'faq/odd.yaml': 'topics:\n  - id: Ы\n    titel: x\n',
      'faq/facts.yaml': `${FACTS}  fee:\n    kind: money\n    value: 5\n    source: []\n`,
      'intents/phrases.yaml':
        'phrases:\n  privacy: { ru: Слова, en: Words }\n  hepl: { ru: Слова, en: Words }\n',
      'intents/lexicon.yaml': null,
    })
    expect(faultsOf(loaded)).toEqual(
      expect.arrayContaining([
        'faq/broken.yaml:2:1 YAML_TAB',
        'faq/contacts.yaml:16:20 FACT_UNKNOWN',
        'faq/odd.yaml:2:9 ID_FORM',
        'faq/odd.yaml:3:5 UNKNOWN_FIELD',
        'faq/odd.yaml:2:5 MISSING_FIELD',
        'faq/facts.yaml:12:11 NOT_ONE_OF',
        'faq/facts.yaml:13:12 NEEDS_TEXT',
        'faq/facts.yaml:14:13 EMPTY_FIELD',
        'intents/phrases.yaml:3:3 UNKNOWN_FIELD',
        'intents/lexicon.yaml:1:1 FILE_MISSING',
      ]),
    )
    expect(faultsOf(loaded).filter((text) => text === 'intents/phrases.yaml:1:1 MISSING_FIELD')).toHaveLength(
      PHRASE_KEYS.length - 1,
    )
  })

  it('says which name was meant', () => {
    const loaded = load({
      'faq/contacts.yaml': TOPICS.replace('fact.phone.main', 'fact.phone.mian').replace(
        '[contacts.mail]',
        '[contacts.mial]',
      ),
      'faq/odd.yaml': TOPICS.replaceAll('contacts.', 'other.').replace('escalate', 'escalat'),
    })
    const cures = loaded.ok ? [] : loaded.faults.map(({ cure }) => cure.ru)
    expect(cures).toContain('похожий: {{fact.phone.main}}')
    expect(cures).toContain('похожая: contacts.mail')
    expect(cures).toContain('похоже на «escalate»')
  })

  it('blames nobody for referring to what has a fault of its own', () => {
    const brokenTopic = TOPICS.replace('title: { ru: Почта, en: Mail }', 'title: Почта')
    expect(faultsOf(load({ 'faq/contacts.yaml': brokenTopic }))).toEqual([
      'faq/contacts.yaml:21:12 NEEDS_FIELDS',
    ])
    dropFolder(folder)
    const brokenFact = FACTS.replace('kind: phone', 'kind: fone')
    expect(faultsOf(load({ 'faq/facts.yaml': brokenFact }))).toEqual(['faq/facts.yaml:3:11 NOT_ONE_OF'])
    dropFolder(folder)
    expect(faultsOf(load({ 'faq/facts.yaml': '\t' }))).toEqual(['faq/facts.yaml:1:1 FILE_EMPTY'])
    dropFolder(folder)
    const brokenFile = load({
      'faq/a.yaml': 'a: [',
      'faq/contacts.yaml': TOPICS.replace('[contacts.mail]', '[contacts.a]'),
    })
    expect(faultsOf(brokenFile)).toEqual(['faq/a.yaml:1:5 YAML_UNCLOSED'])
  })

  it.each([
    ['cut in the middle of a quote', TOPICS.slice(0, TOPICS.indexOf('Hours: '))],
    ['cut in the middle of a topic', TOPICS.slice(0, TOPICS.indexOf('    answer: {'))],
    ['empty', ''],
    ['of NULs, as after a power cut', '\0'.repeat(4096)],
    ['of another kind', 'facts: {}\n'],
    ['a mere text', 'hello\n'],
  ])('makes no snapshot when one file is %s', (_what, text) => {
    expect(load({ 'faq/contacts.yaml': text }).ok).toBe(false)
  })

  it('makes no snapshot of an empty folder', () => {
    folder = exampleFolder({})
    expect(faultsOf(loadContent(`${folder}/faq/tests`))).toEqual([
      'faq:1:1 NO_TOPICS',
      'faq/facts.yaml:1:1 FILE_MISSING',
      'intents/lexicon.yaml:1:1 FILE_MISSING',
      'intents/phrases.yaml:1:1 FILE_MISSING',
    ])
  })

  it('gives the same version to the same content, and another to any change', () => {
    const first = load()
    const again = loadContent(folder)
    put(folder, 'faq/contacts.yaml', TOPICS.replace('куда звонить', 'куда позвонить'))
    const changed = loadContent(folder)
    const versions = [first, again, changed].map((loaded) => loaded.ok && loaded.content.version)
    expect(versions[1]).toBe(versions[0])
    expect(versions[2]).not.toBe(versions[0])
  })

  it('ignores what editors leave beside the files, and warns of a wrong ending', () => {
    const loaded = load({
      'faq/.#contacts.yaml': 'a: [',
      'faq/contacts.yaml~': 'a: [',
      'faq/more.yml': 'a: [',
    })
    expect(loaded.ok).toBe(true)
    expect(short(loaded.warnings)).toEqual(['faq/more.yml:1:1 FILE_ENDING'])
  })

  it('tells of a fault of its own instead of throwing', () => {
    expect(faultsOf(loadContent(0 as unknown as string))).toEqual(['.:1:1 LOAD_FAILED'])
  })
})

import { afterEach, describe, expect, it } from '@jest/globals'
import { PHRASE_KEYS } from '../core/content.ts'
import { dropFolder, exampleFolder, FACTS, TOPICS } from './example-folder.ts'
import { loadContent } from './load.ts'

let folder = ''
afterEach(() => dropFolder(folder))

const NOW = Date.parse('2026-06-01T12:00:00Z')

/** Faults and warnings of the example with these files replaced. */
function found(replaced: Readonly<Record<string, string>>, now = NOW): readonly string[] {
  folder = exampleFolder(replaced)
  const loaded = loadContent(folder, now)
  const all = [...(loaded.ok ? [] : loaded.faults), ...loaded.warnings]
  for (const { problem, cure } of all) {
    expect([problem.ru, problem.en, cure.ru, cure.en].join(' ')).not.toMatch(/undefined|null|NaN/)
  }
  return all.map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`)
}

const topics = (from: string, to: string, now?: number) =>
  found({ 'faq/contacts.yaml': edit(TOPICS, from, to) }, now)

/** A change that does not change anything would make a test that cannot fail. */
function edit(text: string, from: string, to: string): string {
  expect(text).toContain(from)
  return text.replace(from, to)
}

/** The faults of an answer in Russian; the line is that of the text. */
const answer = (ru: string) => topics('"Пишите на [почту](mailto:a@example.org)."', JSON.stringify(ru))

describe('lint', () => {
  it('finds nothing in good content', () => {
    expect(found({})).toEqual([])
  })

  it('finds names that are taken, by topics and intents alike', () => {
    expect(topics('id: contacts.mail', 'id: talk.greeting')).toEqual([
      'faq/contacts.yaml:19:15 OPTION_UNKNOWN',
      'intents/talk.yaml:2:9 ID_TWICE',
    ])
    dropFolder(folder)
    expect(topics('ru: Почта,', 'ru: телефон  поддержки!,')).toEqual(['faq/contacts.yaml:21:18 TITLE_TWICE'])
  })

  it('finds options that lead nowhere', () => {
    expect(
      topics('[contacts.mail]', '[contacts.mial, contacts.phone, contacts.mail, contacts.mail]'),
    ).toEqual([
      'faq/contacts.yaml:19:15 OPTION_UNKNOWN',
      'faq/contacts.yaml:19:30 OPTION_SELF',
      'faq/contacts.yaml:19:61 OPTION_TWICE',
    ])
  })

  it('finds examples that are there twice, in whatever spelling', () => {
    expect(topics('- номер поддержки', '- Куда ЗВОНИТЬ?')).toEqual(['faq/contacts.yaml:10:11 EXAMPLE_TWICE'])
    dropFolder(folder)
    expect(topics('адрес почты', 'куда звонить')).toEqual(['faq/contacts.yaml:24:12 EXAMPLE_ELSEWHERE'])
    dropFolder(folder)
    expect(topics('адрес почты', 'привет')).toEqual(['intents/talk.yaml:3:22 EXAMPLE_ELSEWHERE'])
  })

  it('finds phrases that are and are not examples', () => {
    expect(topics('сменить мой телефон', 'какой у вас телефон?')).toEqual([
      'faq/contacts.yaml:13:12 EXAMPLE_IS_NEGATIVE',
    ])
    dropFolder(folder)
    expect(found({ 'faq/background.yaml': 'background: [погода, Куда звонить]\n' })).toEqual([
      'faq/background.yaml:1:22 BACKGROUND_IS_EXAMPLE',
    ])
  })

  it('finds too few examples, and empty ones', () => {
    expect(topics('[адрес почты, куда написать письмо, электронная почта]', '[адрес почты, "!?"]')).toEqual([
      'faq/contacts.yaml:24:11 FEW_EXAMPLES',
      'faq/contacts.yaml:24:25 EXAMPLE_EMPTY',
    ])
  })

  it('finds a word in two groups of synonyms, or alone', () => {
    expect(found({ 'faq/synonyms.yaml': 'synonyms:\n  - [телефон, номер]\n  - [код, Номер]\n' })).toEqual([
      'faq/synonyms.yaml:3:11 SYNONYM_TWICE',
    ])
    dropFolder(folder)
    expect(found({ 'faq/synonyms.yaml': 'synonyms:\n  - [телефон]\n' })).toEqual([
      'faq/synonyms.yaml:2:5 SYNONYM_ALONE',
    ])
  })

  it('finds titles and answers that are too long', () => {
    expect(topics('ru: Почта,', `ru: ${'П'.repeat(61)},`)).toEqual(['faq/contacts.yaml:21:18 TITLE_LONG'])
    dropFolder(folder)
    expect(answer('а '.repeat(460))).toEqual(['faq/contacts.yaml:26:19 ANSWER_LONG'])
  })

  it('warns of what has expired after its last day in Moscow', () => {
    const lastMoment = Date.parse('2026-12-31T23:59:59.999+03:00')
    expect(found({}, lastMoment)).toEqual([])
    dropFolder(folder)
    expect(found({}, lastMoment + 1)).toEqual(['faq/contacts.yaml:29:15 TOPIC_EXPIRED'])
    dropFolder(folder)
    expect(topics('valid_from: 2026-01-01', 'valid_from: 2027-01-01')).toEqual([
      'faq/contacts.yaml:29:15 DATES_REVERSED',
    ])
    dropFolder(folder)
    expect(topics('2026-12-31', '2026-02-30')).toEqual(['faq/contacts.yaml:29:15 DATE_FORM'])
  })
})

describe('lint of facts', () => {
  it('finds citations that nothing fills, each at its own place', () => {
    expect(
      topics('**{{fact.phone.main}}**.\n', '{{fact.phone.main}} {{fact.x}} {{phone}} {{fact.x}}.\n'),
    ).toEqual([
      'faq/contacts.yaml:16:38 FACT_UNKNOWN',
      'faq/contacts.yaml:16:49 SLOT_UNKNOWN',
      'faq/contacts.yaml:16:59 FACT_UNKNOWN',
      'faq/contacts.yaml:15:7 FACTS_DIFFER',
    ])
  })

  it('finds braces that do not close', () => {
    expect(topics('{{fact.hours.operators}}.\n', '{{fact.hours.operators}} {{fact.x}.\n')).toEqual([
      'faq/contacts.yaml:17:40 CITATION_OPEN',
    ])
  })

  it('finds citations where nothing is filled', () => {
    expect(topics('- номер поддержки', '- номер {{fact.phone.main}}')).toEqual([
      'faq/contacts.yaml:10:17 CITATION_NOT_HERE',
    ])
    dropFolder(folder)
    expect(
      found({ 'faq/facts.yaml': edit(FACTS, '8 800 555-35-35', '"8 800 555-35-35 {{fact.x}}"') }),
    ).toContain('faq/facts.yaml:4:29 CITATION_NOT_HERE')
  })

  it('fills the number of a ticket in the phrases of a handoff only', () => {
    const phrases = (key: string) =>
      `phrases:\n${PHRASE_KEYS.map((each) => `  ${each}: { ru: ${each === key ? '"№ {{ticket.number}}"' : 'Слова'}, en: Words }\n`).join('')}`
    expect(found({ 'intents/phrases.yaml': phrases('handoff.asked') })).toEqual([])
    dropFolder(folder)
    expect(found({ 'intents/phrases.yaml': phrases('privacy') })).toEqual([
      'intents/phrases.yaml:2:21 SLOT_NOT_HERE',
    ])
  })

  it('finds places for values that one language forgot', () => {
    const phrases = `phrases:\n${PHRASE_KEYS.map((key) => `  ${key}: { ru: "До {max}", en: "${key === 'help' ? 'Up' : 'To {max}'}" }\n`).join('')}`
    expect(found({ 'intents/phrases.yaml': phrases })).toEqual([expect.stringMatching(/ PLACES_DIFFER$/)])
  })

  it('warns of two facts with one phone, in whatever spelling, and of facts that nobody cites', () => {
    const twice = `${FACTS}  phone.other: { kind: phone, value: "+7 (800) 555 35 35", source: [x] }\n`
    expect(found({ 'faq/facts.yaml': twice })).toEqual([
      'faq/facts.yaml:11:16 FACTS_UNUSED',
      'faq/facts.yaml:11:38 FACT_TWICE',
    ])
  })

  it('finds values that are not of their kind', () => {
    const facts = `${FACTS}  a: { kind: link, value: "http://x", source: [x] }\n  b: { kind: email, value: x, source: [x] }\n  c: { kind: phone, value: нет, source: [x] }\n`
    expect(found({ 'faq/facts.yaml': facts }).filter((text) => text.endsWith('FACT_FORM'))).toHaveLength(3)
  })
})

describe('lint of what is typed by hand', () => {
  it.each([
    ['8 800 555-35-35', 'PHONE'],
    ['+7 (495) 777-77-77', 'PHONE'],
    ['88005553535', 'PHONE'],
    ['[позвоните](tel:+78005553535)', 'PHONE'],
    ['наберите номер 115', 'PHONE'],
    ['call 112', 'PHONE'],
    ['работаем с 8:00', 'TIME'],
    ['работаем с 9 до 18', 'TIME'],
    ['open from 9 to 6', 'TIME'],
    ['until 6 pm', 'TIME'],
    ['мы здесь 24/7', 'TIME'],
    ['пошлина 350 рублей', 'FEE'],
    ['пошлина 2 000 ₽', 'FEE'],
    ['стоит 12,50 руб.', 'FEE'],
  ])('finds %s', (text, kind) => {
    expect(answer(`Вот: ${text}`)).toEqual([expect.stringMatching(new RegExp(`:26:\\d+ ${kind}_BY_HAND$`))])
  })

  it.each([
    'Закон № 210-ФЗ от 27.07.2010',
    'Детям от 14 до 18 лет, с 14 до 18 лет',
    'с 1 до 10 рабочих дней',
    'до 3 файлов по 5 МБ',
    'https://example.org/8800555353500/12:30',
    'В 2024–2026 годах',
    'срок 2026-12-31',
    'шаг 1: откройте, шаг 2: нажмите',
    'ответ из 100 слов, номер строки в справке',
  ])('lets pass: %s', (text) => {
    expect(answer(text)).toEqual([])
  })

  it('points at it, and names the fact that says the same', () => {
    folder = exampleFolder({
      'faq/contacts.yaml': edit(
        TOPICS,
        '**{{fact.phone.main}}**',
        '{{fact.phone.main}} или +7 800 555 35 35',
      ),
    })
    const loaded = loadContent(folder)
    expect(loaded.ok ? [] : loaded.faults).toMatchObject([
      { line: 16, column: 42, code: 'PHONE_BY_HAND', cure: { ru: 'такой факт есть: {{fact.phone.main}}' } },
    ])
  })
})

describe('lint of markup', () => {
  it.each([
    ['**жирный', 'BOLD_OPEN'],
    ['**раз** и **два', 'BOLD_OPEN'],
    ['[сайт](https://example.org', 'LINK_BROKEN'],
    ['[сайт](https://example.org/a b)', 'LINK_BROKEN'],
    ['[сайт](example.org)', 'LINK_BROKEN'],
    ['[сайт](http://example.org)', 'LINK_SCHEME'],
    ['[сайт](javascript:alert(1))', 'LINK_SCHEME'],
    ['смотрите http://example.org', 'LINK_SCHEME'],
    ['<b>жирный', 'HTML_TAG'],
  ])('finds %s', (text, code) => {
    expect(answer(text)).toEqual([expect.stringMatching(new RegExp(`:26:\\d+ ${code}$`))])
  })

  it.each([
    '[сайт](https://example.org) и **жирный**',
    '[почта](mailto:a@example.org)',
    'a < b, 2 * 3 * 4 [1]',
  ])('lets pass: %s', (text) => {
    expect(answer(text)).toEqual([])
  })
})

import { afterEach, describe, expect, it } from '@jest/globals'
import { dropFolder, exampleFolder, FACTS, TOPICS } from './example-folder.ts'
import { loadContent } from './load.ts'

let folder = ''
afterEach(() => dropFolder(folder))

function faults(replaced: Readonly<Record<string, string>>): readonly string[] {
  folder = exampleFolder(replaced)
  const loaded = loadContent(folder)
  const found = loaded.ok ? [] : loaded.faults
  return found.map(({ line, column, code, problem }) => `${line}:${column} ${code} ${problem.en}`)
}

describe('a file of the wrong shape', () => {
  it.each([
    ['escalate: true', 'escalate: "yes"', '27:15 NEEDS_TRUE_FALSE "escalate" is either true or false'],
    ['options: [contacts.mail]', 'options: contacts.mail', '19:14 NEEDS_LIST "options" has to be a list'],
    [
      '- куда звонить',
      '- куда: звонить',
      '9:11 TEXT_NOT_FIELDS "examples.ru" has to be text, and reads as fields',
    ],
    [
      '- куда звонить',
      '- [куда, звонить]',
      '9:11 TEXT_NOT_LIST "examples.ru" has to be one text, and is a list',
    ],
    ['- куда звонить', '- 112', '9:11 NEEDS_TEXT "examples.ru" has to be text'],
    ['- куда звонить', '-', '9:10 EMPTY_FIELD "examples.ru" is empty'],
    ['- куда звонить', '- ""', '9:11 EMPTY_FIELD "examples.ru" is empty'],
    ['ru: Почта, ', '', '21:5 MISSING_FIELD the field "title.ru" is missing'],
    ['ru: Почта,', 'ru: Почта, kk: Пошта,', '21:25 UNKNOWN_FIELD there is no field "kk"'],
    ['escalate:', 'escalat:', '27:5 UNKNOWN_FIELD there is no field "escalat"'],
    ['team: first-line', 'team: Первая', '5:11 ID_FORM the name "Первая" does not serve'],
    ['2026-01-01', '01.01.2026', '28:17 DATE_FORM "01.01.2026" is no date'],
  ])('is told of in words: %s → %s', (from, to, expected) => {
    expect(TOPICS).toContain(from)
    expect(faults({ 'faq/contacts.yaml': TOPICS.replace(from, to) })).toEqual([expected])
  })

  it.each([
    ['value: 8 800 555-35-35', 'value: 88005553535', '4:12 NEEDS_TEXT "value" has to be text'],
    ['value: { ru: ', 'value: { rus: ', '8:14 UNKNOWN_FIELD there is no field "rus"'],
    ['phone.main:', 'Phone main:', '2:3 ID_FORM the name "Phone main" does not serve'],
  ])('is told of where there are alternatives: %s → %s', (from, to, expected) => {
    expect(FACTS).toContain(from)
    expect(faults({ 'faq/facts.yaml': FACTS.replace(from, to) })).toContain(expected)
  })

  it('is told of by its name when nothing in it fits', () => {
    expect(faults({ 'faq/synonyms.yaml': '- a\n' })).toEqual([
      '1:1 NEEDS_FIELDS "faq/synonyms.yaml" has to consist of fields',
    ])
    dropFolder(folder)
    expect(faults({ 'faq/synonyms.yaml': '- a\nb: 1\n' })).toEqual(['2:1 YAML_SYNTAX this is not YAML'])
    dropFolder(folder)
    expect(faults({ [`faq/${'a/'.repeat(8)}x.yaml`]: TOPICS })).toEqual([
      '1:1 FOLDER_CLOSED the folder does not open',
    ])
  })
})

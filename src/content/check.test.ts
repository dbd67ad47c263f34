import { afterEach, describe, expect, it } from '@jest/globals'
import { checkContent } from './check.ts'
import { dropFolder, exampleFolder, TOPICS } from './example-folder.ts'

let folder = ''
afterEach(() => dropFolder(folder))

const NOW = Date.parse('2026-06-01T12:00:00Z')

describe('checkContent', () => {
  it('counts what there is, in the forms of each language', () => {
    folder = exampleFolder()
    expect(checkContent(folder, 'ru', NOW)).toEqual({
      ok: true,
      text: 'Содержание в порядке: 2 темы, 1 намерение, 14 примеров, 2 факта, 2 проверки.\n',
    })
    expect(checkContent(folder, 'en', NOW).text).toBe(
      'The content is good: 2 topics, 1 intent, 14 examples, 2 facts, 2 tests.\n',
    )
  })

  it('tells each fault in a line with its place and cure, then the sum', () => {
    folder = exampleFolder({ 'faq/contacts.yaml': TOPICS.replace('fact.phone.main', 'fact.phone.mian') })
    const report = checkContent(folder, 'ru', NOW)
    expect(report.ok).toBe(false)
    expect(report.text).toContain('\nСодержание не пойдёт в работу: 1 ошибка. Прочитано без ошибок: 2 темы,')
    expect(report.text.split('\n')[0]).toBe(
      'faq/contacts.yaml:16:20  факта «phone.mian» нет — похожий: {{fact.phone.main}}',
    )
    expect(checkContent(folder, 'en', NOW).text).toContain('there is no fact "phone.mian" — a similar one:')
  })

  it('tells warnings apart: they keep nothing from going live', () => {
    folder = exampleFolder()
    const report = checkContent(folder, 'ru', Date.parse('2027-01-02'))
    expect(report.ok).toBe(true)
    expect(report.text).toMatch(
      /^Замечания .*\nfaq\/contacts.yaml:29:15 {2}тема «contacts.mail» устарела 2026-12-31/,
    )
  })

  it('counts a fault of the editors’ tests as a fault', () => {
    folder = exampleFolder({ 'faq/tests/contacts.yaml': 'tests:\n  - { ask: а, topic: none.such }\n' })
    expect(checkContent(folder, 'ru', NOW).ok).toBe(false)
  })
})

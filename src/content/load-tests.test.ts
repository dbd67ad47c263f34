import { afterEach, describe, expect, it } from '@jest/globals'
import { dropFolder, exampleFolder } from './example-folder.ts'
import { loadTests } from './load-tests.ts'

let folder = ''
afterEach(() => dropFolder(folder))

describe('loadTests', () => {
  it('reads questions and the topics that have to answer them', () => {
    folder = exampleFolder()
    expect(loadTests(folder)).toEqual({
      tests: [
        { ask: 'дайте телефончик', topic: 'contacts.phone', file: 'faq/tests/contacts.yaml', line: 2 },
        { ask: 'спой песню', topic: undefined, file: 'faq/tests/contacts.yaml', line: 3 },
      ],
      faults: [],
      warnings: [],
    })
  })

  it('finds tests of no topic, tests twice and tests that test nothing', () => {
    folder = exampleFolder({
      'faq/tests/contacts.yaml': `tests:
  - { ask: дайте телефончик, topic: contacts.fone }
  - { ask: Дайте телефончик!, topic: null }
  - { ask: куда звонить, topic: contacts.phone }
  - { ask: нет темы }
`,
    })
    const { faults, warnings } = loadTests(folder)
    expect([...faults, ...warnings].map(({ line, column, code }) => `${line}:${column} ${code}`)).toEqual([
      '2:37 TEST_TOPIC_UNKNOWN',
      '3:12 TEST_TWICE',
      '5:5 MISSING_FIELD',
      '4:12 TEST_IS_EXAMPLE',
    ])
  })
})

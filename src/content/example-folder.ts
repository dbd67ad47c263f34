import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { LEXICON_KEYS, PHRASE_KEYS } from '../core/content.ts'

/** For tests: a folder with little and good content, some of its files replaced. `null` leaves one out. */
export function exampleFolder(replaced: Readonly<Record<string, string | Uint8Array | null>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'okno-content-'))
  for (const [name, text] of Object.entries({ ...EXAMPLE, ...replaced })) {
    if (text !== null) put(folder, name, text)
  }
  return folder
}

export function put(folder: string, name: string, text: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true })
  writeFileSync(join(folder, name), text)
}

export function dropFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
}

export const TOPICS = `topics:
  - id: contacts.phone
    title: { ru: Телефон поддержки, en: Support phone }
    source: [общие сведения]
    team: first-line
    examples:
      ru:
        - какой у вас телефон
        - куда звонить
        - номер поддержки
      en: [what is your phone, where to call, support number]
    negatives:
      ru: [сменить мой телефон]
    answer:
      ru: |
        Звоните: **{{fact.phone.main}}**.
        Часы: {{fact.hours.operators}}.
      en: "Call **{{fact.phone.main}}**. Hours: {{fact.hours.operators}}."
    options: [contacts.mail]
  - id: contacts.mail
    title: { ru: Почта, en: Mail }
    source: [общие сведения]
    examples:
      ru: [адрес почты, куда написать письмо, электронная почта]
      en: [e-mail address, where to write, send a letter]
    answer: { ru: "Пишите на [почту](mailto:a@example.org).", en: "Write to [us](mailto:a@example.org)." }
    escalate: true
    valid_from: 2026-01-01
    valid_to: 2026-12-31
`

export const FACTS = `facts:
  phone.main:
    kind: phone
    value: 8 800 555-35-35
    source: [общие сведения]
  hours.operators:
    kind: hours
    value: { ru: "пн–пт с 8:00 до 20:00", en: "Mon–Fri 8:00 to 20:00" }
    source: [порядок работы]
    disagreement: в одном месте до 18:00
`

const EXAMPLE: Readonly<Record<string, string>> = {
  'faq/contacts.yaml': TOPICS,
  'faq/facts.yaml': FACTS,
  'faq/synonyms.yaml': 'synonyms:\n  - [телефон, номер]\n',
  'faq/background.yaml': 'background:\n  - какая завтра погода\n',
  'faq/tests/contacts.yaml':
    'tests:\n  - { ask: дайте телефончик, topic: contacts.phone }\n  - { ask: спой песню, topic: null }\n',
  'intents/talk.yaml':
    'intents:\n  - id: talk.greeting\n    examples: { ru: [привет], en: [hello] }\n    reply: { ru: Здравствуйте!, en: Hello! }\n',
  'intents/phrases.yaml': `phrases:\n${PHRASE_KEYS.map((key) => `  ${key}: { ru: Слова, en: Words }\n`).join('')}`,
  'intents/lexicon.yaml': `lexicon:\n${LEXICON_KEYS.map((key) => `  ${key}: { ru: [слово], en: [word] }\n`).join('')}`,
}

import type { Locale } from '../core/locale.ts'

/** Counted things, in the forms a language has: «1 тема», «2 темы», «5 тем». */
const COUNTED = {
  topics: { ru: { one: 'тема', few: 'темы', many: 'тем' }, en: { one: 'topic', other: 'topics' } },
  intents: {
    ru: { one: 'намерение', few: 'намерения', many: 'намерений' },
    en: { one: 'intent', other: 'intents' },
  },
  examples: {
    ru: { one: 'пример', few: 'примера', many: 'примеров' },
    en: { one: 'example', other: 'examples' },
  },
  facts: { ru: { one: 'факт', few: 'факта', many: 'фактов' }, en: { one: 'fact', other: 'facts' } },
  tests: { ru: { one: 'проверка', few: 'проверки', many: 'проверок' }, en: { one: 'test', other: 'tests' } },
  faults: { ru: { one: 'ошибка', few: 'ошибки', many: 'ошибок' }, en: { one: 'error', other: 'errors' } },
  warnings: {
    ru: { one: 'замечание', few: 'замечания', many: 'замечаний' },
    en: { one: 'warning', other: 'warnings' },
  },
  schemas: { ru: { one: 'схема', few: 'схемы', many: 'схем' }, en: { one: 'schema', other: 'schemas' } },
} as const

type Forms = Partial<Readonly<Record<Intl.LDMLPluralRule, string>>>

export function counted(locale: Locale, count: number, what: keyof typeof COUNTED): string {
  const forms: Forms = COUNTED[what][locale]
  const form = forms[new Intl.PluralRules(locale).select(count)] ?? forms.many ?? forms.other ?? ''
  return `${new Intl.NumberFormat(locale).format(count)} ${form}`
}

type Wording = Readonly<Record<Locale, (list: string) => string>>

export const REPORT_WORDS = {
  warnings: {
    ru: () => 'Замечания (показу не мешают):',
    en: () => 'Warnings (they keep nothing from going live):',
  },
  good: { ru: (list) => `Содержание в порядке: ${list}.`, en: (list) => `The content is good: ${list}.` },
  bad: {
    ru: (list) => `Содержание не пойдёт в работу: ${list}. Прочитано без ошибок`,
    en: (list) => `The content does not go live: ${list}. Read without a fault`,
  },
  schemas: {
    ru: (list) => `Записано в docs/schema: ${list}.`,
    en: (list) => `Written to docs/schema: ${list}.`,
  },
  usage: {
    ru: () =>
      'Проверка содержания: npm run content [-- --schema] [-- папка]\n  --schema  заново записать схемы для редакторов в docs/schema',
    en: () =>
      'Checks the content: npm run content [-- --schema] [-- folder]\n  --schema  write the schemas for editors to docs/schema anew',
  },
} as const satisfies Readonly<Record<string, Wording>>

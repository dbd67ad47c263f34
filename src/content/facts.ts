import { LOCALES, type Locale, type Localized } from '../core/locale.ts'
import type { Draft, Placed } from './draft.ts'
import type { FactEntry } from './schema.ts'

/** One `{{…}}` of a text. */
export interface Citation {
  readonly whole: string
  /** The fact's name; undefined when the braces hold something else. */
  readonly fact: string | undefined
  /** Which of the same citations of this text it is, 0 is first. */
  readonly nth: number
}

const CITATION = /\{\{([^{}\n]*)\}\}/g
const FACT = 'fact.'

export function citations(text: string): readonly Citation[] {
  const seen = new Map<string, number>()
  return Array.from(text.matchAll(CITATION), ([whole, inner = '']) => {
    const nth = seen.get(whole) ?? 0
    seen.set(whole, nth + 1)
    return { whole, fact: factName(inner), nth }
  })
}

/** The text with the facts' values in place; what is no known fact stays as it is. */
export function fillFacts(text: string, locale: Locale, facts: Draft['facts']): string {
  return text.replace(CITATION, (whole, inner: string) => {
    const fact = facts.get(factName(inner) ?? '')
    return fact === undefined ? whole : factValue(fact, locale)
  })
}

export function fillAll(text: Localized, facts: Draft['facts']): Localized {
  return { ru: fillFacts(text.ru, 'ru', facts), en: fillFacts(text.en, 'en', facts) }
}

export function factValue({ value }: Placed<FactEntry>, locale: Locale): string {
  return typeof value.value === 'string' ? value.value : value.value[locale]
}

/** A fact's values in all languages, each once. */
export function factValues(fact: Placed<FactEntry>): readonly string[] {
  return [...new Set(LOCALES.map((locale) => factValue(fact, locale)))]
}

function factName(inner: string): string | undefined {
  const name = inner.trim()
  return name.startsWith(FACT) ? name.slice(FACT.length) : undefined
}

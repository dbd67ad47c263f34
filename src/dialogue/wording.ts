import type { PhraseKey, Phrases } from '../core/content.ts'
import type { Locale } from '../core/locale.ts'

/** A phrase with its values in place; a place that has no value stays as it is. */
export type Phrase = (
  key: PhraseKey,
  locale: Locale,
  values?: Readonly<Record<string, string | number>>,
) => string

export function createPhrase(phrases: Phrases): Phrase {
  return (key, locale, values = {}) =>
    // `{{ticket.number}}` is no place of ours: opening a ticket fills it.
    phrases[key][locale].replace(/(?<!\{)\{(\w+)\}(?!\})/g, (whole, name: string) =>
      Object.hasOwn(values, name) ? String(values[name]) : whole,
    )
}

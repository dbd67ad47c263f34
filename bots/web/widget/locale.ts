export type Locale = 'ru' | 'en'

/** The first of these that names a language we speak; Russian when none does. */
export function localeOf(...hints: readonly (string | null | undefined)[]): Locale {
  for (const hint of hints) {
    const language = hint?.toLowerCase().split(/[-_]/)[0]
    if (language === 'ru' || language === 'en') return language
  }
  return 'ru'
}

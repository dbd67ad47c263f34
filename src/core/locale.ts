/** The languages Okno speaks. Russian first: it is the one assumed until a citizen shows another. */
export const LOCALES = ['ru', 'en'] as const
export type Locale = (typeof LOCALES)[number]

/** A text in every language; there is no fallback at run time because there is no gap at load time. */
export type Localized = Readonly<Record<Locale, string>>

import type { Locale } from '../../../src/core/locale.ts'

interface PageWords {
  readonly building: string
  readonly broken: string
}

/** What there is to read before there is a page. */
export const PAGE: Readonly<Record<Locale, PageWords>> = {
  ru: {
    building: 'Страница собирается, это займёт несколько секунд. Она откроется сама.',
    broken: 'Страница не собралась. Причина — в журнале сервера: inbox.not-built.',
  },
  en: {
    building: 'The page is being built, which takes a few seconds. It will open by itself.',
    broken: 'The page could not be built. The server’s log says why: inbox.not-built.',
  },
}

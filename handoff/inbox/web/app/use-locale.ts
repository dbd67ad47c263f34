import { useQueryClient } from '@tanstack/react-query'
import type { Me } from '../../protocol.ts'
import { post } from '../api/call.ts'
import { ME, useSession } from '../login/use-me.ts'
import type { WordsLocale } from '../words/use-words.ts'
import { createPreference } from './preference.ts'
import { useSignal } from './use-signal.ts'

/** Of this browser, for whoever is not logged in. */
const browsers = createPreference<WordsLocale>(
  'locale',
  navigator.language.startsWith('en') ? ['en', 'ru'] : ['ru', 'en'],
)

interface LocaleControl {
  readonly locale: WordsLocale
  readonly change: (locale: WordsLocale) => void
}

/** An operator's own language goes with the operator; before the login it is the browser's. */
export function useLocale(): LocaleControl {
  const client = useQueryClient()
  const { data: me } = useSession()
  const ofBrowser = useSignal(browsers)
  const change = (locale: WordsLocale) => {
    browsers.set(locale)
    if (me) void tellServer(locale)
  }
  /** Topics come in the operator's language, so everything is fetched again. */
  async function tellServer(locale: WordsLocale): Promise<void> {
    if (me) client.setQueryData<Me>(ME, { ...me, locale })
    try {
      client.setQueryData<Me>(ME, await post<Me>('locale', { locale }))
      await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== ME[0] })
    } catch {
      // The page speaks the language that was asked for; the server learns it another time.
    }
  }
  return { locale: me?.locale ?? ofBrowser, change }
}

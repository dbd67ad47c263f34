import type { Locale } from '../../src/core/locale.ts'
import type { Author } from '../../src/core/message.ts'
import { storable } from '../../src/core/text.ts'
import type { User } from './updates.ts'

/** What Telegram says of who wrote. */
export function authorOf(user: User | undefined): Author {
  if (user === undefined) return {}
  const name = storable(
    [user.first_name, user.last_name].filter((part) => part !== undefined).join(' '),
  ).trim()
  const locale = localeOf(user.language_code)
  return { ...(name === '' ? {} : { name }), ...(locale === undefined ? {} : { locale }) }
}

/** `ru`, `ru-RU`, `en-GB` …: the language of the citizen's Telegram, an IETF tag. */
function localeOf(tag: string | undefined): Locale | undefined {
  const language = tag?.split('-', 1)[0]?.toLowerCase()
  return language === 'ru' || language === 'en' ? language : undefined
}

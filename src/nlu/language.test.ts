import { describe, expect, it } from '@jest/globals'
import { languageOf } from './language.ts'
import { wordsOf } from './tokens.ts'

describe('languageOf', () => {
  it.each([
    ['how do i reset my password', 'ru', 'en'],
    ['password reset', 'ru', 'en'],
    ['как сбросить пароль', 'en', 'ru'],
    ['есть whatsapp, telegram и viber', 'en', 'ru'],
    ['приложение google chrome update не ставится', 'en', 'ru'],
    ['the госуслуги site does not open for me', 'ru', 'en'],
  ] as const)(
    'finds in «%s» the language of the sentence, not of the names in it',
    (text, before, locale) => {
      expect(languageOf(wordsOf(text), before)).toBe(locale)
    },
  )

  it.each(['ok', '404', '🤷', 'telegram', ''])('keeps the language of the talk at «%s»', (text) => {
    expect(languageOf(wordsOf(text), 'ru')).toBe('ru')
    expect(languageOf(wordsOf(text), 'en')).toBe('en')
  })
})

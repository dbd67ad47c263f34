import type { Locale } from '../core/locale.ts'

/** Latin words that citizens of either language write: they say nothing about it. */
const OF_NO_LANGUAGE = new Set(
  'ok okay okey sms pdf jpg png id url www http https ru com vk max telegram whatsapp viber email mail wifi iphone ios android chrome safari'.split(
    ' ',
  ),
)
/** English words so common that a sentence seldom does without, and no Russian writes among his own. */
const ENGLISH = new Set(
  'the is are am do does did how what where when why who which can could will would should my your i you we it not no to of for in on at with and or have has be there this that please'.split(
    ' ',
  ),
)

/**
 * The language of a normalised, repaired text. `otherwise` (what the conversation is held in) is the
 * answer where nothing speaks for either: figures, emoji, a lone «ok», a trade mark.
 */
export function languageOf(words: readonly string[], otherwise: Locale): Locale {
  let russian = 0
  let english = 0
  let markers = 0
  for (const word of words) {
    if (/[а-я]/.test(word)) russian += word.length
    else if (/[a-z]/.test(word) && !OF_NO_LANGUAGE.has(word)) english += word.length
    if (ENGLISH.has(word)) markers += 1
  }
  if (russian === 0 && english === 0) return otherwise
  if (russian === 0) return 'en'
  // A Russian sentence may be full of Latin names; an English one with a Russian name has its markers.
  return english > russian && markers > 0 ? 'en' : 'ru'
}

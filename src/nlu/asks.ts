import type { Reading } from './reading.ts'

/** A number as long as this names something: an application, a telephone. */
const NAMES_SOMETHING = /\p{N}{6}/u
/** Five consonants on end, or no vowel at all: no word of either language. */
const MASHED = /[^аеиоуыэюяaeiouy]{5}|^[^аеиоуыэюяaeiouy]+$/
const LONG = 5

/**
 * False when nothing was asked, as in a lone emoji, punctuation, a stray figure or keys struck at random.
 * In doubt it is true: a clock started in vain costs less than a citizen who waits for nobody.
 */
export function asksSomething({ words, familiarity }: Reading): boolean {
  const spoken = words.filter((word) => /\p{L}/u.test(word))
  if (spoken.length === 0) return NAMES_SOMETHING.test(words.join(''))
  const [first = ''] = spoken
  return spoken.length > 1 || familiarity > 0.5 || first.length < LONG || !MASHED.test(first)
}

/** The same keys of a QWERTY and a ЙЦУКЕН keyboard, unshifted, then those that differ when shifted. */
const QWERTY = '`qwertyuiop[]asdfghjkl;\'zxcvbnm,./~{}:"<>&^'
const JCUKEN = 'ейцукенгшщзхъфывапролджэячсмитьбю.ехъжэбю?:'

const TO_CYRILLIC = pairs(QWERTY, JCUKEN)
/** Unshifted letters only: a shifted key has already become its lower-case letter. */
const TO_LATIN = pairs(JCUKEN.slice(0, 33), QWERTY.slice(0, 33))

/**
 * What a normalised text says when it was typed with the keyboard switched to the other language:
 * «rfr ltkf» becomes «как дела», «руддщ» becomes «hello». Undefined when it has no letter to go by.
 */
export function otherLayout(text: string): string | undefined {
  if (/[а-я]/.test(text)) return typedOn(TO_LATIN, text)
  if (/[a-z]/.test(text)) return typedOn(TO_CYRILLIC, text)
  return undefined
}

function typedOn(keys: ReadonlyMap<string, string>, text: string): string {
  let typed = ''
  for (const character of text) typed += keys.get(character) ?? character
  return typed
}

function pairs(from: string, to: string): ReadonlyMap<string, string> {
  return new Map([...from].map((key, at) => [key, to[at] ?? key]))
}

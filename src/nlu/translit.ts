/** Longest first: what stands earlier is tried earlier. */
const SPELLINGS: readonly (readonly [string, string])[] = [
  ['shch', 'щ'],
  ['sch', 'щ'],
  ['zh', 'ж'],
  ['kh', 'х'],
  ['ts', 'ц'],
  ['ch', 'ч'],
  ['sh', 'ш'],
  ['yu', 'ю'],
  ['ju', 'ю'],
  ['ya', 'я'],
  ['ja', 'я'],
  ['yo', 'е'],
]

const LATIN = 'abcdefghijklmnopqrstuvwyz46'
const CYRILLIC = 'абцдефгхийклмнопкрстуввызчш'
const LETTERS: ReadonlyMap<string, string> = new Map([
  ...[...LATIN].map((letter, at) => [letter, CYRILLIC.charAt(at)] as const),
  ['x', 'кс'],
  ["'", 'ь'],
])

/**
 * A normalised text in Latin letters read as Russian: «kak vosstanovit parol» becomes «как восстановит
 * парол». Soft signs are lost, which matching by character n-grams survives. Undefined when the text has
 * Cyrillic letters, or no Latin ones.
 */
export function fromTranslit(text: string): string | undefined {
  if (!/[a-z]/.test(text) || /[а-я]/.test(text)) return undefined
  let read = ''
  for (let at = 0; at < text.length; ) {
    const [latin, cyrillic] =
      SPELLINGS.find(([spelling]) => text.startsWith(spelling, at)) ?? letterAt(text, at)
    read += cyrillic
    at += latin.length
  }
  return read
}

function letterAt(text: string, at: number): readonly [string, string] {
  const letter = text.charAt(at)
  if (letter === 'y' && /[aeiouy]/.test(text.charAt(at - 1))) return [letter, 'й']
  return [letter, besideLetter(text, at) ? (LETTERS.get(letter) ?? letter) : letter]
}

/** «4» is «ч» inside a word, and a number when it stands alone. */
function besideLetter(text: string, at: number): boolean {
  const character = text.charAt(at)
  if (/[a-z]/.test(character)) return true
  return /[a-z]/.test(text.charAt(at - 1)) || /[a-z]/.test(text.charAt(at + 1))
}

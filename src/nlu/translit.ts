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
  ['iy', 'ий'],
  ['yy', 'ый'],
  ['ay', 'ай'],
  ['ey', 'ей'],
  ['oy', 'ой'],
  ['uy', 'уй'],
]

const LETTERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    a: 'а',
    b: 'б',
    c: 'ц',
    d: 'д',
    e: 'е',
    f: 'ф',
    g: 'г',
    h: 'х',
    i: 'и',
    j: 'й',
    k: 'к',
    l: 'л',
    m: 'м',
    n: 'н',
    o: 'о',
    p: 'п',
    q: 'к',
    r: 'р',
    s: 'с',
    t: 'т',
    u: 'у',
    v: 'в',
    w: 'в',
    x: 'кс',
    y: 'ы',
    z: 'з',
    "'": 'ь',
    '4': 'ч',
    '6': 'ш',
  }),
)

/**
 * A normalised text in Latin letters read as Russian: «kak vosstanovit parol» becomes «как восстановит
 * парол». Soft signs are lost, which matching by character n-grams survives. Undefined when the text has
 * Cyrillic letters, or no Latin ones.
 */
export function fromTranslit(text: string): string | undefined {
  if (!/[a-z]/.test(text) || /[а-я]/.test(text)) return undefined
  let read = ''
  for (let at = 0; at < text.length; ) {
    const spelling = SPELLINGS.find(([latin]) => text.startsWith(latin, at))
    if (spelling === undefined) {
      const letter = text.charAt(at)
      read += besideLetter(text, at) ? (LETTERS.get(letter) ?? letter) : letter
    } else read += spelling[1]
    at += spelling === undefined ? 1 : spelling[0].length
  }
  return read
}

/** «4» is «ч» inside a word, and a number when it stands alone. */
function besideLetter(text: string, at: number): boolean {
  const character = text.charAt(at)
  if (/[a-z]/.test(character)) return true
  return /[a-z]/.test(text.charAt(at - 1)) || /[a-z]/.test(text.charAt(at + 1))
}

/** What a character is to somebody who looks for numbers: 0–9, or one of these. */
export const SEPARATOR = -1
export const OTHER = -2

const DIGIT = /^\p{Nd}$/u
/** What people write between the digits of one number; the invisible ones come along by pasting. */
const BETWEEN =
  /^(?:[\s\p{Pd}.()_\u00ad\u02d7\u2043\u2212\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069]|\ufe0f|\u20e3)$/u

/** Marks already looked up, as mark + 3; a text of a megabyte asks the same few hundred characters. */
const seen = new Uint8Array(0x110000)

/** The mark of the character that begins at `index`. */
export function markAt(text: string, index: number): number {
  const unit = text.charCodeAt(index)
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x30
  const isPair = unit >= 0xd800 && unit <= 0xdbff
  return markOf(isPair ? (text.codePointAt(index) ?? unit) : unit)
}

/** How many units the character at `index` takes. */
export function widthAt(text: string, index: number): 1 | 2 {
  return (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1
}

/** The digits of a text as 0–9, whatever script they are written in. */
export function digitsIn(text: string): string {
  let digits = ''
  for (let at = 0; at < text.length; at += widthAt(text, at)) {
    const mark = markAt(text, at)
    if (mark >= 0) digits += mark
  }
  return digits
}

function markOf(code: number): number {
  const known = seen[code] ?? 0
  if (known > 0) return known - 3
  const mark = lookUp(code)
  seen[code] = mark + 3
  return mark
}

function lookUp(code: number): number {
  const character = String.fromCodePoint(code)
  if (DIGIT.test(character)) return valueOfDigit(code)
  return BETWEEN.test(character) ? SEPARATOR : OTHER
}

/** Unicode promises that decimal digits stand in unbroken rows of ten, from zero to nine. */
function valueOfDigit(code: number): number {
  let first = code
  while (DIGIT.test(String.fromCodePoint(first - 1))) first -= 1
  return (code - first) % 10
}

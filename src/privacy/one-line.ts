/** Characters that turn the direction of what follows them: a name can be made to read backwards. */
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
/** What colours a terminal or moves its cursor, by the whole sequence. */
const ANSI = new RegExp(`(?:${String.fromCharCode(0x1b)}\\[|\u009b)[\\d;?]{0,16}[@-~]`, 'g')
/** Whitespace and control characters, the eight-bit ones of terminals too. */
const BLANK = /[\s\p{Cc}]+/gu

/** A text on one line: nothing in it moves a cursor, breaks a line or turns the reading direction. */
export function oneLine(text: string): string {
  return text.toWellFormed().replaceAll(BIDI, '').replaceAll(ANSI, ' ').replaceAll(BLANK, ' ').trim()
}

/** Matching reads no further: what a citizen wants is said by then, and the time stays bounded. */
const READ_AT_MOST = 4096

/** Texts of these alone have no other form and nothing invisible: most texts, and half the time is saved. */
const PLAIN = /^[\t\n\r -~А-Яа-яЁё«»–—]*$/

/**
 * The one place where text is made comparable: compatibility forms unified, lower case, `ё` as `е`, what
 * cannot be seen dropped, drawn out letters («приветттт») shortened, white space collapsed.
 * Never throws, whatever the text; punctuation stays, it matters to the keyboard layout.
 */
export function normalize(text: string): string {
  const read = text.slice(0, READ_AT_MOST)
  return PLAIN.test(read) ? normalizePlain(read) : normalizeAny(read)
}

function normalizePlain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[ \t\n\r]+/g, ' ')
    .replace(/([a-zа-я])\1{2,}/g, '$1')
    .trim()
}

function normalizeAny(text: string): string {
  return (
    text
      .toWellFormed()
      .normalize('NFKC')
      .slice(0, READ_AT_MOST)
      .toLowerCase()
      .replaceAll('ё', 'е')
      .replace(/[\p{Zs}\p{Zl}\p{Zp}\t\n\r]+/gu, ' ')
      // Stress marks are among these; NFKC has put «й» together before.
      .replace(/[\p{Cc}\p{Cf}\p{Mn}]/gu, '')
      .replace(/(\p{L})\1{2,}/gu, '$1')
      .trim()
  )
}

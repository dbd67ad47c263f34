/** A word is kept whole if that leaves at least so much of the room. */
const WORTH = 0.6

/** At most `max` UTF-16 units, the «…» for the rest included; nothing if there is no room. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text
  if (max < 1) return ''
  const kept = text.slice(0, lastBorder(text, max - 1))
  const word = kept.lastIndexOf(' ')
  const isWhole = text[kept.length] === ' '
  const cut = !isWhole && word >= max * WORTH ? kept.slice(0, word) : kept
  return `${cut.trimEnd()}…`
}

/** How far a grapheme cluster ends within the room; one that is larger than all of it is given up. */
function lastBorder(text: string, room: number): number {
  let end = 0
  // Some units more than there is room for, so that the last cluster is seen whole.
  for (const { index, segment } of GRAPHEMES.segment(text.slice(0, room + 32))) {
    if (index + segment.length > room) break
    end = index + segment.length
  }
  return end
}

const GRAPHEMES = new Intl.Segmenter('ru', { granularity: 'grapheme' })

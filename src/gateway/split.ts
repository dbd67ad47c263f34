import type { Span } from '../core/rich-text.ts'

const GRAPHEMES = new Intl.Segmenter('ru', { granularity: 'grapheme' })

/** Where a reader minds a cut least, best first. */
const SEAMS = ['\n\n', '\n', '. ', ' ']

/**
 * Cuts a text into pieces of at most `max` UTF-16 units of visible text: at the last paragraph, line,
 * sentence or word that fits, else between two graphemes. Only the blanks at a cut are left out.
 */
export function splitSpans(spans: readonly Span[], max: number): readonly (readonly Span[])[] {
  const pieces: (readonly Span[])[] = []
  let rest = trimStart(spans)
  while (length(rest) > max) {
    const [head, tail] = cut(rest, seam(visible(rest), max))
    pieces.push(trimEnd(head))
    rest = trimStart(tail)
  }
  if (rest.length > 0 || pieces.length === 0) pieces.push(rest)
  return pieces
}

/** How much of `text` goes into a piece of `max` units; at least something. */
function seam(text: string, max: number): number {
  const head = text.slice(0, max)
  for (const mark of SEAMS) {
    const at = head.lastIndexOf(mark)
    // A piece of less than a quarter is worse than a cut at a lesser seam.
    if (at >= max / 4) return at + mark.length
  }
  let end = 0
  for (const { index, segment } of GRAPHEMES.segment(text.slice(0, max + 64))) {
    if (index + segment.length > max) break
    end = index + segment.length
  }
  return end > 0 ? end : max
}

function cut(spans: readonly Span[], at: number): [Span[], Span[]] {
  const head: Span[] = []
  const tail: Span[] = []
  let room = at
  for (const span of spans) {
    const taken = span.text.slice(0, Math.max(0, room))
    const left = span.text.slice(taken.length)
    if (taken !== '') head.push({ ...span, text: taken })
    if (left !== '') tail.push({ ...span, text: left })
    room -= span.text.length
  }
  return [head, tail]
}

function trimStart(spans: readonly Span[]): Span[] {
  const [first, ...others] = spans
  if (first === undefined) return []
  const text = first.text.trimStart()
  return text === '' ? trimStart(others) : [{ ...first, text }, ...others]
}

function trimEnd(spans: readonly Span[]): Span[] {
  const last = spans.at(-1)
  if (last === undefined) return []
  const text = last.text.trimEnd()
  return text === '' ? trimEnd(spans.slice(0, -1)) : [...spans.slice(0, -1), { ...last, text }]
}

const visible = (spans: readonly Span[]): string => spans.map((span) => span.text).join('')
const length = (spans: readonly Span[]): number => spans.reduce((sum, span) => sum + span.text.length, 0)

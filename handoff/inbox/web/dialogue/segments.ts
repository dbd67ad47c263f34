/** A piece of an untrusted text, as it may be shown: only ever as text. */
export type Segment =
  | { readonly kind: 'text'; readonly text: string }
  /** `host` is where the link really leads; undefined for a telephone number. */
  | { readonly kind: 'link'; readonly text: string; readonly href: string; readonly host: string | undefined }
  /** A control character that turns the direction of writing and could disguise what is written. */
  | { readonly kind: 'control'; readonly name: string }

const CONTROLS: Readonly<Record<string, string>> = {
  '\u061c': 'ALM',
  '\u200e': 'LRM',
  '\u200f': 'RLM',
  '\u202a': 'LRE',
  '\u202b': 'RLE',
  '\u202c': 'PDF',
  '\u202d': 'LRO',
  '\u202e': 'RLO',
  '\u2066': 'LRI',
  '\u2067': 'RLI',
  '\u2068': 'FSI',
  '\u2069': 'PDI',
}

const CONTROL = /([\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069])/
const LINK = /(https:\/\/[^\s<>"'`\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+|tel:\+?[0-9()-]+)/
/** Belongs to the sentence around a link, not to the link. */
const TRAILING = new Set(Array.from('.,;:!?)]}»”’'))

export function segmentsOf(text: string): readonly Segment[] {
  return text.split(LINK).flatMap((piece, i) => (i % 2 === 1 ? linkSegments(piece) : textSegments(piece)))
}

function textSegments(text: string): readonly Segment[] {
  return text
    .split(CONTROL)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const name = CONTROLS[piece]
      return name === undefined ? { kind: 'text', text: piece } : { kind: 'control', name }
    })
}

function linkSegments(written: string): readonly Segment[] {
  let end = written.length
  while (TRAILING.has(written.charAt(end - 1))) end -= 1
  const text = written.slice(0, end)
  const rest = textSegments(written.slice(end))
  if (text.startsWith('tel:')) return [{ kind: 'link', text, href: text, host: undefined }, ...rest]
  const url = URL.parse(text)
  // With a name before the host a link looks as if it led elsewhere.
  if (url === null || url.username !== '' || url.password !== '') return [{ kind: 'text', text }, ...rest]
  return [{ kind: 'link', text, href: url.href, host: url.host }, ...rest]
}

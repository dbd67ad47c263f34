/** A piece of a message: the tiny markup of the server, `<b>` and `<a href>`, as data. */
export interface Piece {
  readonly text: string
  readonly bold: boolean
  readonly href: string | undefined
}

const TOKEN = /<(\/?)(b|a)(?: href="([^"<>]*)")?>|&(amp|lt|gt|quot|#39);/g
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
const SAFE = /^(?:https?:\/\/|tel:|mailto:)/i

/** Whatever is not this markup is text, angle brackets and all. */
export function parseMarkup(source: string): Piece[] {
  const pieces: Piece[] = []
  let bold = false
  let href: string | undefined
  let text = ''
  let from = 0
  const flush = () => {
    if (text !== '') pieces.push({ text, bold, href })
    text = ''
  }
  for (const match of source.matchAll(TOKEN)) {
    const [whole, slash, tag, address, entity] = match
    text += source.slice(from, match.index)
    from = match.index + whole.length
    if (entity !== undefined) {
      text += ENTITIES[entity] ?? whole
      continue
    }
    flush()
    if (tag === 'b') bold = slash === ''
    else href = slash === '' ? safe(unescaped(address ?? '')) : undefined
  }
  text += source.slice(from)
  flush()
  return pieces
}

function unescaped(text: string): string {
  return text.replaceAll(/&(amp|lt|gt|quot|#39);/g, (whole, entity: string) => ENTITIES[entity] ?? whole)
}

function safe(href: string): string | undefined {
  return SAFE.test(href) ? href : undefined
}

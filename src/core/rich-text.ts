/**
 * Light markup, the one that editors and the bot's phrases use: `**bold**` and `[label](https://…)`.
 * Everything else is plain text. Spans are what a reply is split and encoded by, so that no cut can
 * fall inside a tag and no citizen's text can become one.
 */
export interface Span {
  readonly text: string
  readonly bold: boolean
  readonly href: string | undefined
}

const MARK = /\*\*([^*\n]+)\*\*|\[([^\]\n]+)\]\(((?:https?:\/\/|tel:|mailto:)[^\s)]+)\)/g

export function parseRichText(source: string): Span[] {
  const spans: Span[] = []
  const plain = (text: string) => {
    if (text !== '') spans.push({ text, bold: false, href: undefined })
  }
  let from = 0
  for (const match of source.matchAll(MARK)) {
    plain(source.slice(from, match.index))
    const [whole, bold, label, href] = match
    spans.push({ text: bold ?? label ?? '', bold: bold !== undefined, href })
    from = match.index + whole.length
  }
  plain(source.slice(from))
  return spans
}

/** As a person reads it where nothing can be marked: a link's address follows its label. */
export function plainText(spans: readonly Span[]): string {
  return spans
    .map(({ text, href }) => (href === undefined || shown(href) === text ? text : `${text} (${shown(href)})`))
    .join('')
}

function shown(href: string): string {
  return href.replace(/^(tel|mailto):/, '')
}

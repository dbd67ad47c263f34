import { badRequest } from './refusal.ts'

export interface FormattedText {
  readonly text: string
  readonly links: readonly string[]
}

const TAGS = new Set([
  'b',
  'strong',
  'i',
  'em',
  'u',
  'ins',
  's',
  'strike',
  'del',
  'a',
  'code',
  'pre',
  'blockquote',
  'tg-spoiler',
])

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' }

const CHARACTER = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(lt|gt|amp|quot));/g
const TAG = /^<(\/?)([a-zA-Z-]+)(?:\s+href="([^"<>]*)")?\s*>/

/** Reads `parse_mode: HTML` as Telegram does: a stray `<` or an unclosed tag refuses the whole message. */
export function parseHtml(html: string): FormattedText {
  const open: string[] = []
  const links: string[] = []
  let text = ''
  let at = 0
  while (at < html.length) {
    const next = html.indexOf('<', at)
    text += html.slice(at, next === -1 ? undefined : next).replace(CHARACTER, character)
    if (next === -1) break
    const match = TAG.exec(html.slice(next, next + 2_100))
    const [whole, slash, name = ''] = match ?? []
    const tag = name.toLowerCase()
    const offset = Buffer.byteLength(html.slice(0, next))
    if (whole === undefined || !TAGS.has(tag)) {
      throw cannotParse(`Unsupported start tag "${tag}" at byte offset ${offset}`)
    }
    if (slash === '/') {
      if (open.pop() !== tag) throw cannotParse(`Unmatched end tag at byte offset ${offset}`)
    } else {
      open.push(tag)
      const href = match?.[3]?.replace(CHARACTER, character)
      if (tag === 'a' && href !== undefined && isLink(href)) links.push(href)
    }
    at = next + whole.length
  }
  const unclosed = open.at(-1)
  if (unclosed !== undefined) throw cannotParse(`Can't find end tag corresponding to start tag "${unclosed}"`)
  return { text, links }
}

function cannotParse(why: string) {
  return badRequest(`can't parse entities: ${why}`)
}

/** Telegram silently shows the bare label of any other link. */
function isLink(href: string): boolean {
  return /^(https?|tg|ton):\/\/\S+$/i.test(href)
}

function character(whole: string, decimal?: string, hexadecimal?: string, name?: string): string {
  if (name !== undefined) return NAMED[name] ?? whole
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal)
  return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole
}

import { parseRichText } from '../../core/rich-text.ts'
import type { ContentFault } from '../fault.ts'
import type { FaultCode } from '../words.ts'
import { faultAt, type LintRule } from './rule.ts'
import { type Wording, wordings } from './wordings.ts'

/** Markup that a citizen would see as signs, and addresses that lead where they should not. */
export const markup: LintRule = (draft) =>
  wordings(draft).flatMap((wording) => [...unread(wording), ...addresses(wording)])

const LINK = /\[[^[\]\n]*\]\((?<address>[^()\n]*)\)?/g
const ALLOWED = /^(?:https:\/\/|tel:|mailto:)/
const HTML = /<\/?[a-z][^<>\n]*>/gi
const BARE_HTTP = /http:\/\/[^\s)]+/g

/** What the reader of markup left as plain text, and an editor meant otherwise. */
function unread({ filled, place }: Wording): ContentFault[] {
  const rest = parseRichText(filled)
    .filter(({ bold, href }) => !bold && href === undefined)
    .map(({ text }) => text)
    .join('\n')
  const tell = (code: FaultCode, text: string) => faultAt(place, code, { text }, { text })
  const links = Array.from(rest.matchAll(LINK), ({ 0: whole, groups }) => {
    const address = groups?.['address'] ?? ''
    const scheme = /^[a-z][a-z\d+.-]*:/i.test(address) && !/^(?:https?:\/\/|tel:|mailto:)/.test(address)
    return tell(scheme ? 'LINK_SCHEME' : 'LINK_BROKEN', scheme ? address : whole)
  })
  const halves = links.length === 0 && rest.includes('](') ? [tell('LINK_BROKEN', '](')] : []
  return [
    ...(rest.includes('**') ? [boldOpen({ filled, place }, rest)] : []),
    ...links,
    ...halves,
    ...Array.from(rest.matchAll(HTML), ([tag]) => tell('HTML_TAG', tag)),
  ]
}

/** Points at the `**` that has no pair, not at those that have. */
function boldOpen({ filled, place }: Pick<Wording, 'filled' | 'place'>, rest: string): ContentFault {
  const after = rest.slice(rest.indexOf('**'))
  const tail = after.split('\n', 1)[0] ?? after
  const text = filled.includes(tail) ? tail : '**'
  return faultAt(place, 'BOLD_OPEN', {}, { text })
}

function addresses({ filled, place }: Wording): ContentFault[] {
  const linked = parseRichText(filled).flatMap(({ href }) => href ?? [])
  const bare = filled.match(BARE_HTTP) ?? []
  return [...new Set([...linked.filter((href) => !ALLOWED.test(href)), ...bare])].map((text) =>
    faultAt(place, 'LINK_SCHEME', { text }, { text }),
  )
}

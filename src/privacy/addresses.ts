import type { Span } from './chains.ts'

/**
 * What may be an address, up to its `@`, and ahead of it the domain. It begins where no character of an
 * address stands before, and is bounded, so that each is tried once and never for long.
 */
const ADDRESS = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,256}[@\uff20](?=([\p{L}\p{N}.-]{1,255}))/gu
/** As far as there is a dot with letters behind it, as at the end of every public domain. */
const DOMAIN = /^.*\.\p{L}{2,24}/u
/**
 * Tokens of Telegram's bots, `123456:ABC-DEF1234ghIkl…` (Bot API, "Authorizing your bot"), with room for
 * what the lengths may become. They stand right behind `bot` in an address of the Bot API.
 */
const TOKEN = /(?<!\d)\d{5,20}:[A-Za-z0-9_-]{20,256}/g

/** E-mail addresses, in order. */
export function addressesIn(text: string): readonly Span[] {
  const found: Span[] = []
  for (const match of text.matchAll(ADDRESS)) {
    const domain = DOMAIN.exec(match[1] ?? '')?.[0]
    if (domain === undefined) continue
    found.push({ start: match.index, end: match.index + match[0].length + domain.length })
  }
  return found
}

export function tokensIn(text: string): readonly Span[] {
  return Array.from(text.matchAll(TOKEN), ({ index, 0: token }) => ({
    start: index,
    end: index + token.length,
  }))
}

import { addressesIn, tokensIn } from './addresses.ts'
import { type Chain, chainsOf, SHORTEST, type Span } from './chains.ts'
import { digitsIn } from './digits.ts'
import { type NumberKind, numberAt } from './kinds.ts'
import { type Near, nearIn, type Subject } from './near.ts'
import { partedPassport } from './parted-passport.ts'
import { type Window, type Windows, windowsFrom } from './window.ts'

/** Something in a text that identifies a person, or lets somebody in. */
export interface Found extends Span {
  readonly kind: NumberKind | 'email' | 'token'
}

/**
 * The numbers that identify a person, e-mail addresses and bot tokens, in order and apart from each
 * other. `known` are the service's own phones and addresses, in any writing: they are nobody's.
 * Numbers of tickets and applications, sums, dates and times are left alone. Takes time in proportion to
 * the text, whatever is in it.
 */
export function findPersonal(text: string, known: readonly string[] = []): readonly Found[] {
  const own = new Set(known.map((one) => (one.includes('@') ? one.toLowerCase() : national(digitsIn(one)))))
  const tokens = tokensIn(text).map((span): Found => ({ ...span, kind: 'token' }))
  const emails = addressesIn(text).map((span): Found => ({ ...span, kind: 'email' }))
  const taken = merged([...tokens, ...emails].sort((a, b) => a.start - b.start))
  const numbers = numbersIn(text, chainsOf(text, taken), own)
  return [...taken, ...numbers]
    .filter(({ kind, start, end }) => kind !== 'email' || !own.has(text.slice(start, end).toLowerCase()))
    .sort((a, b) => a.start - b.start)
}

function numbersIn(text: string, chains: readonly Chain[], own: ReadonlySet<string>): readonly Found[] {
  const near = nearIn(text)
  const found: Found[] = []
  let free = 0
  for (const [at, chain] of chains.entries()) {
    for (const [index, group] of chain.groups.entries()) {
      if (group.start < free || chain.digits.length - group.from < SHORTEST) continue
      const windows = windowsFrom(text, chain, index)
      const ours = ownNumber(windows, own)
      if (ours !== undefined) {
        free = ours.end
        continue
      }
      const place = { chain, index, next: chains[at + 1], near, last: found.at(-1) }
      const one = partedPassport(text, place) ?? numberOf(windows, () => saidOf(text, place), text)
      if (one === undefined) continue
      free = one.end
      found.push(one)
    }
  }
  return found
}

function numberOf(windows: Windows, said: () => readonly Subject[], text: string): Found | undefined {
  const number = numberAt(windows, { said, isSum: ({ end }) => SUM.test(text.slice(end, end + 16)) })
  return number && { kind: number.kind, start: number.window.start, end: number.window.end }
}

const SUM =
  /^\s{0,3}(?:тыс|млн|млрд|руб|₽|р\.?(?![\p{L}.])|rub|rouble|\$|€|usd|eur|dollar|доллар|евро|тенге|thousand|million|billion)/iu

/** How many characters after a number the next one is still of the same sort: «тел. …, …». */
const CARRIES = 6

interface Place {
  readonly chain: Chain
  readonly index: number
  readonly near: Near
  readonly last: Found | undefined
}

/** What the words say that stand before it; if they say nothing, the number just before it and those behind. */
function saidOf(text: string, { chain, index, near, last }: Place): readonly Subject[] {
  const start = chain.groups[index]?.start ?? text.length
  const before = near.before(start, last?.end ?? 0)
  if (before.length > 0) return before
  const kind = last !== undefined && start - last.end <= CARRIES ? last.kind : undefined
  const after = near.after(chain.groups.at(-1)?.end ?? start)
  return kind === undefined || kind === 'email' || kind === 'token' ? after : [kind, ...after]
}

/** A number of the service's own, which is nobody's. */
function ownNumber(windows: Windows, own: ReadonlySet<string>): Window | undefined {
  if (own.size === 0) return undefined
  for (let length = windows.digits.length; length > 0; length -= 1) {
    if (windows.groupsIn(length) > 0 && own.has(national(windows.digits.slice(0, length))))
      return windows.at(length)
  }
  return undefined
}

/** Without the 7 or 8 before ten digits: the same phone is written with either, or with none. */
function national(digits: string): string {
  return /^[78]\d{10}$/.test(digits) ? digits.slice(1) : digits
}

/** Of two that overlap the first takes in the other: a part of an address is no address. */
function merged(found: readonly Found[]): readonly Found[] {
  const apart: Found[] = []
  for (const one of found) {
    const last = apart.at(-1)
    if (last === undefined || one.start >= last.end) apart.push(one)
    else apart[apart.length - 1] = { ...last, end: Math.max(last.end, one.end) }
  }
  return apart
}

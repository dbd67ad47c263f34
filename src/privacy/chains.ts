import { markAt, OTHER, SEPARATOR, widthAt } from './digits.ts'

/** Digits that stand together, `445` in `112-233-445 95`. */
export interface Group {
  readonly start: number
  readonly end: number
  /** Where its digits begin in the chain's. */
  readonly from: number
  readonly size: number
}

/** Groups with nothing but separators between them; a number is a few neighbours among them. */
export interface Chain {
  readonly groups: readonly Group[]
  /** The digits of all its groups as 0–9. */
  readonly digits: string
}

export interface Span {
  readonly start: number
  readonly end: number
}

/** No number that we look for is longer: a longer run of digits is something else. */
export const LONGEST = 19
/** The shortest part of a number that may stand alone: the series of a passport. */
export const SHORTEST = 4
const MOST_SEPARATORS = 4

/** What `maskPersonal` leaves of a number: its last digits belong to no other number. */
const MASKED =
  /(?:\*{3} \*{3}-\d\d-\d\d|\*{3}-\*{3}-\*{3} \d\d|\*{3}-\d\d-\d\d|\*{4} \*{4}\d\d|\*{4} \d{4}|\*{8}\d\d)(?!\d)/y

/** The chains of a text, leaving out what is taken already (sorted), dates, and what was masked before. */
export function chainsOf(text: string, taken: readonly Span[]): readonly Chain[] {
  const { chains, add, close } = collector(text)
  let next = 0
  let at = 0
  while (at < text.length) {
    const span = taken[next]
    if (span !== undefined && at >= span.start) {
      close()
      next += 1
      at = Math.max(at, span.end)
      continue
    }
    const mark = markAt(text, at)
    if (mark === OTHER) {
      close()
      at = afterMask(text, at)
    } else if (mark === SEPARATOR) {
      at += 1
    } else {
      const run = runAt(text, at, span?.start ?? text.length)
      add(at, run)
      at = run.end
    }
  }
  close()
  return chains
}

function collector(text: string) {
  const chains: Chain[] = []
  let groups: Group[] = []
  let digits = ''
  const close = () => {
    if (digits.length >= SHORTEST) chains.push(...withoutDates(text, { groups, digits }))
    groups = []
    digits = ''
  }
  const add = (start: number, run: Run) => {
    const last = groups.at(-1)
    const isFar = last !== undefined && start - last.end > MOST_SEPARATORS
    const isTooLong = run.digits.length > LONGEST
    if (isFar || isTooLong) close()
    if (isTooLong) return
    groups.push({ start, end: run.end, from: digits.length, size: run.digits.length })
    digits += run.digits
  }
  return { chains, add, close }
}

interface Run {
  readonly end: number
  readonly digits: string
}

function afterMask(text: string, at: number): number {
  if (text[at] !== '*') return at + widthAt(text, at)
  MASKED.lastIndex = at
  return MASKED.test(text) ? MASKED.lastIndex : at + 1
}

/** The digits from `start` on; of a run that is too long to matter only so many that this shows. */
function runAt(
  text: string,
  start: number,
  before: number,
): { readonly end: number; readonly digits: string } {
  let end = start
  let digits = ''
  while (end < before) {
    const mark = markAt(text, end)
    if (mark < 0) break
    if (digits.length <= LONGEST) digits += mark
    end += widthAt(text, end)
  }
  return { end, digits }
}

/** A date is no part of a number: what stands before and after it are chains of their own. */
function withoutDates(text: string, chain: Chain): readonly Chain[] {
  const parts: Chain[] = []
  let from = 0
  for (let at = 0; at + 2 < chain.groups.length; at += 1) {
    if (!isDate(text, chain, at)) continue
    parts.push(partOf(chain, from, at))
    from = at + 3
    at += 2
  }
  if (from === 0) return [chain]
  parts.push(partOf(chain, from, chain.groups.length))
  return parts.filter(({ digits }) => digits.length >= SHORTEST)
}

function partOf({ groups, digits }: Chain, from: number, to: number): Chain {
  const shift = groups[from]?.from ?? digits.length
  const own = groups.slice(from, to)
  return {
    groups: own.map((group) => ({ ...group, from: group.from - shift })),
    digits: digits.slice(shift, groups[to]?.from ?? digits.length),
  }
}

/** `21.11.2026`, `1-2-1999` or `2026-11-21`. */
function isDate(text: string, { groups, digits }: Chain, at: number): boolean {
  const [a, b, c] = [groups[at], groups[at + 1], groups[at + 2]]
  if (a === undefined || b === undefined || c === undefined || b.size > 2) return false
  const separator = text.slice(a.end, b.start)
  if (separator !== '.' && separator !== '-') return false
  if (text.slice(b.end, c.start) !== separator) return false
  const value = ({ from, size }: Group) => Number(digits.slice(from, from + size))
  const isYear = (group: Group) => group.size === 4 && value(group) >= 1900 && value(group) < 2100
  const isDay = (group: Group) => group.size <= 2 && value(group) >= 1 && value(group) <= 31
  const isMonth = value(b) >= 1 && value(b) <= 12
  return isMonth && ((isDay(a) && isYear(c)) || (isYear(a) && isDay(c)))
}

import type { Chain, Span } from './chains.ts'
import type { Near } from './near.ts'

export interface Part {
  readonly chain: Chain
  readonly index: number
  /** The chain behind this one. */
  readonly next: Chain | undefined
  readonly near: Near
  /** What was found before. */
  readonly last: Span | undefined
}

const NUMBER = /^[\s,.;:]{0,4}(?:и\s{1,3})?(?:номер|№|no?|number|#)[\s.:№#]{0,4}$/iu
const SERIES = /^[\s,.;:]{0,4}(?:серия|series)[\s.:]{0,4}$/iu
const COMMA = /^\s{0,2}[,;:/]\s{0,2}$/
const LONGEST_GAP = 24

/**
 * A passport whose series and number stand apart: «серия 4509 номер 123456», «4509 № 123456», «номер
 * 123456 серия 4509», and with a mere comma if a word before them says passport.
 */
export function partedPassport(
  text: string,
  { chain, index, next, near, last: found }: Part,
): (Span & { readonly kind: 'passport' }) | undefined {
  const first = chain.groups[index]
  const last = chain.groups.at(-1)
  if (first === undefined || last === undefined || next === undefined) return undefined
  const sizes = sizesOf(chain, index)
  const begin = next.groups[0]?.start ?? text.length
  if (!(sizes === '4' || sizes === '2-2' || sizes === '6') || begin - last.end > LONGEST_GAP) return undefined

  const gap = text.slice(last.end, begin)
  const end = sizes === '6' ? endOfSeries(next) : endOfNumber(next)
  const isPassport = () => near.before(first.start, found?.end ?? 0).includes('passport')
  const joins = sizes === '6' ? SERIES.test(gap) : NUMBER.test(gap) || (COMMA.test(gap) && isPassport())
  return end !== undefined && joins ? { kind: 'passport', start: first.start, end } : undefined
}

function sizesOf({ groups }: Chain, from: number): string {
  return groups.length - from > 2
    ? ''
    : groups
        .slice(from)
        .map(({ size }) => size)
        .join('-')
}

function endOfNumber({ groups: [one] }: Chain): number | undefined {
  return one?.size === 6 ? one.end : undefined
}

function endOfSeries({ groups: [one, two] }: Chain): number | undefined {
  if (one?.size === 4) return one.end
  return one?.size === 2 && two?.size === 2 ? two.end : undefined
}

import { type Chain, LONGEST } from './chains.ts'

/** Neighbouring groups of a chain, looked at as one number. */
export interface Window {
  readonly digits: string
  /** How many digits its groups have: `3-3-3-2`. */
  readonly sizes: string
  readonly start: number
  readonly end: number
  /** It has a closing bracket inside and the opening one before it. */
  readonly bracketed: boolean
  /** What stands between its first two groups. */
  readonly separator: string
}

/** The windows that begin with one group; there is at most one of each length in digits. */
export interface Windows {
  /** All the digits that one of them may have. */
  readonly digits: string
  /** `+` stands before them. */
  readonly plus: boolean
  /** How many groups the window of this length has; none if there is no such window. */
  groupsIn(length: number): number
  at(length: number): Window | undefined
}

/** Looks at no more than the 19 digits that a number may have, however long the chain is. */
export function windowsFrom(text: string, { groups, digits }: Chain, index: number): Windows {
  const begin = groups[index]?.from ?? digits.length
  const start = groups[index]?.start ?? text.length
  const plus = index === 0 ? plusBefore(text, start) : -1
  // The lengths after one group, after two …
  const lengths: number[] = []
  for (let at = index; at < groups.length; at += 1) {
    const group = groups[at]
    const length = (group?.from ?? 0) + (group?.size ?? 0) - begin
    if (length > LONGEST) break
    lengths.push(length)
  }
  const groupsIn = (length: number) => lengths.indexOf(length) + 1
  return {
    digits: digits.slice(begin, begin + (lengths.at(-1) ?? 0)),
    plus: plus >= 0,
    groupsIn,
    at(length) {
      const own = groups.slice(index, index + groupsIn(length))
      const end = own.at(-1)?.end
      if (end === undefined) return undefined
      const bracketed = text[start - 1] === '(' && text.slice(start, end).includes(')')
      return {
        digits: digits.slice(begin, begin + length),
        sizes: own.map(({ size }) => size).join('-'),
        start: plus >= 0 ? plus : bracketed ? start - 1 : start,
        end,
        bracketed,
        separator: own[1] === undefined ? '' : text.slice(own[0]?.end, own[1].start),
      }
    },
  }
}

/** The window of the first of these lengths whose digits suit. */
export function firstOf(
  windows: Windows,
  lengths: readonly number[],
  suits: (digits: string) => boolean = () => true,
): Window | undefined {
  const length = lengths.find((one) => windows.groupsIn(one) > 0 && suits(windows.digits.slice(0, one)))
  return length === undefined ? undefined : windows.at(length)
}

/** The window of this length if its groups are of such sizes: `3-3-2-2`. */
export function withSizes(windows: Windows, length: number, sizes: readonly string[]): Window | undefined {
  const count = windows.groupsIn(length)
  // Most windows differ in the number of groups already, and cost nothing more.
  if (count === 0 || !sizes.some((one) => countOf(one) === count)) return undefined
  const window = windows.at(length)
  return window !== undefined && sizes.includes(window.sizes) ? window : undefined
}

function countOf(sizes: string): number {
  let count = 1
  for (let at = 0; at < sizes.length; at += 1) if (sizes.charCodeAt(at) === 0x2d) count += 1
  return count
}

/** Where the `+` of a number stands; -1 without one. People write `+7`, `+ 7` and `+(7`. */
function plusBefore(text: string, start: number): number {
  const isPlus = (at: number) => text[at] === '+' || text[at] === '\uff0b'
  if (isPlus(start - 1)) return start - 1
  return (text[start - 1] === ' ' || text[start - 1] === '(') && isPlus(start - 2) ? start - 2 : -1
}

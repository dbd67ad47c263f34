import { type TicketId, type TicketNumber, ticketNumber } from './ids.ts'

/**
 * Damm's quasigroup of order 10 (H. M. Damm, "Total anti-symmetrische Quasigruppen", 2004): its check
 * digit finds every single wrong digit and every swap of neighbours, which is what happens on the phone.
 */
const DAMM = [
  [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
  [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
  [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
  [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
  [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
  [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
  [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
  [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
  [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
  [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
] as const

/** A prime that shares no factor with a power of ten: ids of one block map to distinct numbers of it. */
const STEP = 387_421
const BLOCK = 100_000

/**
 * `100-42-7`-like: three digits, two, and so on, the last one checks the others. Neighbouring ids get
 * distant numbers, so that a number mistaken is not the next citizen's, and none tells how many there were.
 */
export function ticketNumberOf(id: TicketId): TicketNumber {
  const block = Math.floor(id / BLOCK)
  const within = (((id % BLOCK) * STEP) % BLOCK).toString().padStart(5, '0')
  const digits = `${block + 1}${within}`
  return grouped(digits + damm(digits))
}

/** What a person typed or read out, as the number it means; undefined when a digit must be wrong. */
export function parseTicketNumber(typed: string): TicketNumber | undefined {
  const digits = typed.replace(/[\s\-–—№#.]/g, '')
  if (!/^\d{7,12}$/.test(digits) || damm(digits) !== 0) return undefined
  return grouped(digits)
}

function grouped(digits: string): TicketNumber {
  const groups = [digits.slice(0, 3), ...(digits.slice(3).match(/\d{1,2}/g) ?? [])]
  return ticketNumber(groups.join('-'))
}

function damm(digits: string): number {
  let interim = 0
  for (const digit of digits) interim = DAMM[interim]?.[Number(digit)] ?? interim
  return interim
}

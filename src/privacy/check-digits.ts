/** The last SNILS that was given out before there were check digits. */
const LAST_UNCHECKED = 1_001_998

/**
 * Whether the last two of eleven digits check the nine before them: each times its place counted from
 * the end, summed, modulo 101, modulo 100. Numbers up to 001-001-998 have no check digits.
 * Source: the Pension Fund's format of reports, section 8 (consultant.ru, LAW_124607); its example is
 * 112-233-445 95.
 */
export function isSnils(digits: string): boolean {
  if (digits.length !== 11) return false
  if (Number(digits.slice(0, 9)) <= LAST_UNCHECKED) return true
  const sum = weighed(digits, [9, 8, 7, 6, 5, 4, 3, 2, 1])
  return (sum % 101) % 100 === Number(digits.slice(9))
}

/**
 * Whether a taxpayer's number of 10 (organisation) or 12 digits (person) has its check digits: weighted
 * sums modulo 11, modulo 10. Source: zapolnenie.info/algoritm-proverki-inn, after the Russian Wikipedia.
 */
export function isInn(digits: string): boolean {
  const check = (weights: readonly number[]) =>
    (weighed(digits, weights) % 11) % 10 === Number(digits[weights.length])
  if (digits.length === 10) return check([2, 4, 10, 3, 5, 9, 4, 6, 8])
  if (digits.length !== 12) return false
  return check([7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) && check([3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8])
}

/** Luhn's formula, ISO/IEC 7812-1 annex B: from the end, every second digit doubled, nines cast out. */
export function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let back = 0; back < digits.length; back += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - back) - 0x30
    const worth = back % 2 === 0 ? digit : digit * 2
    sum += worth > 9 ? worth - 9 : worth
  }
  return sum % 10 === 0
}

function weighed(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, at) => sum + weight * (digits.charCodeAt(at) - 0x30), 0)
}

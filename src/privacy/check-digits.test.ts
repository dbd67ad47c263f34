import { describe, expect, it } from '@jest/globals'
import { isInn, isSnils, passesLuhn } from './check-digits.ts'

describe('the check digits of a SNILS', () => {
  it.each(['11223344595', '11697338589', '16072239952', '16072239952', '00100199965'])(
    'are right in %s, and in nothing that differs from it in one digit',
    (digits) => {
      expect(isSnils(digits)).toBe(true)
      expect(
        neighbours(digits).filter((other) => Number(other.slice(0, 9)) > 1_001_998 && isSnils(other)),
      ).toEqual([])
    },
  )

  it('are 00 where the sum leaves 100', () => {
    expect(isSnils('08765430200')).toBe(true)
    expect(isSnils('08765430201')).toBe(false)
  })

  it('are asked of no number up to 001-001-998', () => {
    expect(isSnils('00100199899')).toBe(true)
    expect(isSnils('00100199999')).toBe(false)
  })
})

describe('the check digits of an INN', () => {
  it.each(['7707083893', '7840012340', '500100732259', '774301390267'])('are right in %s', (digits) => {
    expect(isInn(digits)).toBe(true)
    expect(isInn(digits.slice(0, -1))).toBe(false)
  })

  it.each(['7707083894', '500100732250', '500100732249', ''])('are wrong in %j', (digits) => {
    expect(isInn(digits)).toBe(false)
  })
})

describe("Luhn's formula", () => {
  it.each(['4276380123456787', '378282246310005', '30569309025904', '6762803881234567890'])(
    'holds for %s, and for nothing that differs from it in one digit',
    (digits) => {
      expect(passesLuhn(digits)).toBe(true)
      expect(neighbours(digits).filter(passesLuhn)).toEqual([])
    },
  )
})

function neighbours(digits: string): readonly string[] {
  return [...digits].flatMap((digit, at) =>
    [...'0123456789']
      .filter((other) => other !== digit)
      .map((other) => digits.slice(0, at) + other + digits.slice(at + 1)),
  )
}

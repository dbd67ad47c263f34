import { describe, expect, it } from '@jest/globals'
import { ticketId } from './ids.ts'
import { parseTicketNumber, ticketNumberOf } from './ticket-number.ts'

describe('a ticket number', () => {
  const numbers = Array.from({ length: 3_000 }, (_, index) => ticketNumberOf(ticketId(index + 1)))

  it('is different for every ticket', () => {
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(ticketNumberOf(ticketId(100_001))).not.toBe(ticketNumberOf(ticketId(1)))
  })

  it('is understood with any separators', () => {
    const [number = ''] = numbers
    expect(number).toMatch(/^\d{3}-\d{2}-\d{2}$/)
    expect(parseTicketNumber(number.replaceAll('-', ' '))).toBe(number)
    expect(parseTicketNumber(`№ ${number.replaceAll('-', '')}`)).toBe(number)
  })

  it('shows every single wrong digit and every swap of neighbours', () => {
    for (const number of numbers.slice(0, 40)) {
      const digits = number.replaceAll('-', '')
      for (let at = 0; at < digits.length; at++) {
        for (const wrong of '0123456789') {
          const typed = digits.slice(0, at) + wrong + digits.slice(at + 1)
          expect(parseTicketNumber(typed) === undefined).toBe(typed !== digits)
        }
        const swapped = digits.slice(0, at) + (digits[at + 1] ?? '') + digits[at] + digits.slice(at + 2)
        if (swapped !== digits) expect(parseTicketNumber(swapped)).toBeUndefined()
      }
    }
  })

  it('is not made of anything else', () => {
    for (const typed of ['', 'абв', '12', '9'.repeat(40)]) expect(parseTicketNumber(typed)).toBeUndefined()
  })
})

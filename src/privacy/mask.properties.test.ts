import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { chainsOf } from './chains.ts'
import { digitsIn } from './digits.ts'
import { findPersonal } from './find.ts'
import { maskPersonal } from './mask.ts'
import { windowsFrom } from './window.ts'

const RUNS = { seed: 20_261_121, numRuns: 3_000 }

/** The most that masking one thing adds: `+7 *** ***-35-35` for ten digits. */
const MOST_ADDED = 6

const digit = fc.integer({ min: 0, max: 9 }).map(String)
const run = (length: number) =>
  fc.array(digit, { minLength: length, maxLength: length }).map((d) => d.join(''))
const separator = fc.constantFrom('', ' ', '-', '\u00a0', '–', '.', ') ', ' (', '\u200b')
const word = fc.constantFrom(
  ...[' СНИЛС ', ' паспорт ', ' серия ', ' номер ', ' № ', ' тел. ', ' карта ', ' ИНН ', ' заявление '],
  ...[
    ' и ',
    ', ',
    '; ',
    ' — ',
    ': ',
    '\n',
    '*',
    '**',
    ' +7 ',
    '+',
    '(',
    ' 8 ',
    'a@b.ru ',
    'x1@mail.ru',
    '@',
    ' руб',
  ],
  ...[
    '123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11',
    '21.11.2026',
    '***-***-*** 95',
    '**** ****56',
    '*** ***-35-35',
  ],
)
const group = fc.integer({ min: 1, max: 12 }).chain(run)
const valid = fc.constantFrom(
  '11223344595',
  '4509 123456',
  '4276380123456787',
  '8 916 123-45-67',
  '500100732259',
)
const mess = fc
  .array(fc.oneof(group, group, separator, separator, word, valid, fc.string({ unit: 'grapheme' })), {
    maxLength: 24,
  })
  .map((parts) => parts.join(''))

describe('masking whatever text', () => {
  it('is done when it is done once', () => {
    fc.assert(
      fc.property(mess, (text) => {
        const masked = maskPersonal(text)
        expect(maskPersonal(masked)).toBe(masked)
      }),
      RUNS,
    )
  })

  it('finds things in order and apart, and lengthens the text by little', () => {
    fc.assert(
      fc.property(mess, (text) => {
        const found = findPersonal(text)
        let free = 0
        for (const { start, end } of found) {
          expect(start).toBeGreaterThanOrEqual(free)
          expect(end).toBeGreaterThan(start)
          free = end
        }
        expect(free).toBeLessThanOrEqual(text.length)
        expect(maskPersonal(text).length).toBeLessThanOrEqual(text.length + MOST_ADDED * found.length)
      }),
      RUNS,
    )
  })

  it('leaves a text without digits and @ as it is', () => {
    const plain = fc
      .array(fc.oneof(word, separator, fc.string({ unit: 'grapheme' })), { maxLength: 24 })
      .map((parts) => parts.join('').replaceAll(/[\p{Nd}@\uff20]/gu, ''))
    fc.assert(
      fc.property(plain, (text) => {
        expect(maskPersonal(text)).toBe(text)
      }),
      RUNS,
    )
  })

  it('leaves nothing of the digits of a number but their end, however it is grouped', () => {
    const numbers = fc.constantFrom(
      ...(['СНИЛС ', 'паспорт ', 'тел. ', 'карта '] as const).map((heading, at) => ({
        heading,
        digits: ['11223344596', '4509123456', '89161234567', '4276380123456789'][at] ?? '',
      })),
    )
    const grouped = fc.record({
      number: numbers,
      borders: fc.array(separator, { minLength: 16, maxLength: 16 }),
    })
    fc.assert(
      fc.property(grouped, ({ number: { heading, digits }, borders }) => {
        const written = [...digits].map((one, at) => one + (borders[at] ?? '')).join('')
        const masked = maskPersonal(`${heading}${written}спасибо`)
        expect(digitsIn(masked).length).toBeLessThanOrEqual(5)
        expect(masked).toContain('***')
      }),
      RUNS,
    )
  })

  it('looks at no more windows than each group has digits to go, whatever the text', () => {
    for (const text of [
      '1 '.repeat(4_000),
      '1'.repeat(8_000),
      '12-'.repeat(3_000),
      '4509 123456 '.repeat(700),
    ]) {
      const steps = chainsOf(text, []).flatMap((chain) =>
        chain.groups.map((_, index) => windowsFrom(text, chain, index).digits.length),
      )
      expect(Math.max(0, ...steps)).toBeLessThanOrEqual(19)
      expect(steps.length).toBeLessThanOrEqual(text.length / 2)
    }
  })
})

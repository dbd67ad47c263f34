import { expect, it } from '@jest/globals'
import { exampleContent } from '../../tests/example-content.ts'
import { createPhrase } from './wording.ts'

const { phrases } = exampleContent()
const phrase = createPhrase({
  ...phrases,
  help: { ru: '{max} из {max}, {other}, {{ticket.number}}', en: 'x' },
})

it('puts values in place and leaves everything else to others', () => {
  expect(phrase('help', 'ru', { max: 3 })).toBe('3 из 3, {other}, {{ticket.number}}')
})

it('takes a value as it is, whatever signs are in it', () => {
  expect(phrase('help', 'ru', { max: '$& {other}', other: '{max}' })).toBe(
    '$& {other} из $& {other}, {max}, {{ticket.number}}',
  )
})

import { expect, it } from '@jest/globals'
import * as eg from '../../../tests/eg.ts'
import { choicesOf, respond } from '../../../tests/example-engine.ts'

it.each(['👍', '   ', '...', ''])('has a friendly word for «%s», and starts no clock', (text) => {
  const outcome = respond(eg.turn(eg.text(text)))
  expect(outcome).toMatchObject({ kind: 'noted', replies: [{ text: expect.stringContaining('Я на связи') }] })
})

it('asks for other words when keys were struck at random, and starts no clock', () => {
  const mashed = respond(eg.turn(eg.text('прстнк')))
  expect(mashed).toMatchObject({ kind: 'noted' })
  expect(choicesOf(mashed)).toEqual(['human'])
})

import { expect, it } from '@jest/globals'
import * as eg from '../../../tests/eg.ts'
import { respond, textsOf } from '../../../tests/example-engine.ts'

it.each([
  ['a sticker', eg.sticker(), 'Такие сообщения'],
  ['a file without words', eg.file(), 'Файл получил'],
])('has a polite word for %s, and starts no clock', (_what, said, text) => {
  const outcome = respond(eg.turn(said))
  expect(outcome.kind).toBe('noted')
  expect(textsOf(outcome)).toEqual([expect.stringContaining(text)])
})

it('tells whoever waits that the operator will see it', () => {
  expect(textsOf(respond(eg.turn(eg.file(), eg.inQueue())))).toEqual([expect.stringContaining('оператор')])
})

it('passes over an edit of what was answered long ago', () => {
  expect(respond(eg.turn(eg.edit('m1', 'оператор'), { lastMessage: 'm2' }))).toMatchObject({
    kind: 'noted',
    replies: [],
  })
})

import { expect, it } from '@jest/globals'
import * as eg from '../../../tests/eg.ts'
import { respond } from '../../../tests/example-engine.ts'

it.each([
  ['a question', eg.text('код не приходит')],
  ['a wish for a human', eg.text('оператор')],
  ['a command', eg.command('start')],
  ['a button', eg.choice('topic/code')],
  ['a sticker', eg.sticker()],
])('says nothing to %s while an operator speaks', (_what, said) => {
  expect(respond(eg.turn(said, eg.withOperator()))).toMatchObject({ kind: 'noted', replies: [] })
})

it('says nothing to a citizen who left', () => {
  expect(respond(eg.turn(eg.stopped()))).toMatchObject({ kind: 'noted', replies: [] })
})

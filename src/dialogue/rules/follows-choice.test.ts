import { describe, expect, it } from '@jest/globals'
import * as eg from '../../../tests/eg.ts'
import { choicesOf, respond, textsOf } from '../../../tests/example-engine.ts'

const press = (id: string, known: Parameters<typeof eg.turn>[1] = {}) =>
  respond(eg.turn(eg.choice(id), known))

describe('a pressed button', () => {
  it('answers its topic, however old it is', () => {
    expect(press('topic/code')).toMatchObject({ kind: 'answered', topics: ['code'] })
  })

  it('says that it helped', () => {
    expect(press('helped/code')).toMatchObject({ kind: 'talked', closes: true })
  })

  it('says that it did not, and calls a human', () => {
    expect(press('unhelped/code')).toMatchObject({
      kind: 'handed-off',
      reason: 'not-helped',
      topic: 'code',
      team: 'access',
    })
  })

  it('calls a human', () => {
    expect(press('human')).toMatchObject({ kind: 'handed-off', reason: 'asked-for-human' })
  })

  it('wants none of the titles, and the second time a human', () => {
    const first = press('none')
    expect(first).toMatchObject({ kind: 'fell-back' })
    expect(choicesOf(first)).toEqual(['human'])
    expect(press('none', first.memory)).toMatchObject({ kind: 'handed-off', reason: 'not-understood' })
  })

  it.each(['topic/gone', 'nonsense', 'topic/__proto__'])('that leads nowhere is excused: %s', (id) => {
    const outcome = press(id)
    expect(outcome.kind).toBe('fell-back')
    expect(textsOf(outcome)).toEqual([expect.stringContaining('кнопка уже не действует')])
  })
})

import { describe, expect, it } from '@jest/globals'
import * as eg from '../../../tests/eg.ts'
import { choicesOf, respond, textsOf } from '../../../tests/example-engine.ts'

const say = (text: string, known: Parameters<typeof eg.turn>[1] = {}) =>
  respond(eg.turn(eg.text(text), known))

describe('what is not understood', () => {
  it('is asked for in other words, with a human at hand', () => {
    const outcome = say('сколько весит луна')
    expect(outcome).toMatchObject({ kind: 'fell-back', memory: { fallbacks: 1 } })
    expect(choicesOf(outcome)).toEqual(['human'])
  })

  it('goes to a human the second time', () => {
    expect(say('а солнце сколько', { fallbacks: 1 })).toMatchObject({
      kind: 'handed-off',
      reason: 'not-understood',
      memory: { fallbacks: 0 },
    })
  })

  it('counts from the start after an answer', () => {
    const first = say('сколько весит луна').memory
    const answered = say('код не приходит', first).memory
    expect(say('сколько весит солнце', answered)).toMatchObject({ kind: 'fell-back' })
  })

  it('goes on counting over a clarification and a sticker', () => {
    const first = say('сколько весит луна').memory
    const asked = say('что-то с телефоном', first).memory
    const noted = respond(eg.turn(eg.sticker(), asked)).memory
    expect(say('сколько весит солнце', noted)).toMatchObject({ kind: 'handed-off' })
  })

  it('is kept for the operator who is awaited', () => {
    const outcome = say('Никитин Павел', eg.inQueue({ fallbacks: 1 }))
    expect(outcome.kind).toBe('noted')
    expect(textsOf(outcome)).toEqual([expect.stringContaining('оператор это увидит')])
  })
})

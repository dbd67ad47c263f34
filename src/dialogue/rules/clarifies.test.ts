import { describe, expect, it } from '@jest/globals'
import * as eg from '../../../tests/eg.ts'
import { choicesOf, respond, textsOf } from '../../../tests/example-engine.ts'

const say = (text: string, known: Parameters<typeof eg.turn>[1] = {}) =>
  respond(eg.turn(eg.text(text), known))

describe('in doubt', () => {
  it('up to three likely titles are offered, and two ways out', () => {
    const outcome = say('что-то с телефоном')
    expect(outcome).toMatchObject({ kind: 'clarified', topics: ['phone', 'code', 'hours'] })
    expect(choicesOf(outcome)).toEqual(['topic/phone', 'topic/code', 'topic/hours', 'none', 'human'])
    expect(outcome.memory.offered.map(({ label }) => label)).toEqual([
      'Телефон поддержки',
      'Не приходит СМС с кодом',
      'Часы работы операторов',
      'Ничего из этого',
      'Позвать оператора',
    ])
  })

  it('what has expired is not offered, and a single title is asked about as such', () => {
    const outcome = say('что-то про часы')
    expect(choicesOf(outcome)).toEqual(['topic/hours', 'none', 'human'])
    expect(textsOf(outcome)).toEqual([expect.stringContaining('вы спрашиваете об этом')])
  })

  it('words are kept for the operator who is awaited', () => {
    expect(say('что-то с телефоном', eg.inQueue())).toMatchObject({ kind: 'noted' })
  })
})

import { describe, expect, it } from '@jest/globals'
import * as eg from '../../../tests/eg.ts'
import { choicesOf, respond, textsOf } from '../../../tests/example-engine.ts'

const clarified = respond(eg.turn(eg.text('что-то с телефоном'))).memory
const answered = respond(eg.turn(eg.text('код не приходит'))).memory
const say = (text: string, known: Parameters<typeof eg.turn>[1] = {}) =>
  respond(eg.turn(eg.text(text), known))

describe('one of the titles', () => {
  it.each([
    '2',
    '2.',
    'второе',
    'второй вариант',
    'the second one',
    'Не приходит СМС с кодом',
    'не приходит',
  ])('is chosen by «%s»', (text) => {
    expect(say(text, clarified)).toMatchObject({ kind: 'answered', topics: ['code'] })
  })

  it.each(['4', 'ничего из этого', 'нет'])('is refused by «%s»', (text) => {
    expect(say(text, clarified)).toMatchObject({ kind: 'fell-back' })
  })

  it('may be the call for a human', () => {
    expect(say('5', clarified)).toMatchObject({ kind: 'handed-off', reason: 'asked-for-human' })
  })

  it('is asked for again when the number is not there', () => {
    const outcome = say('9', clarified)
    expect(textsOf(outcome)).toEqual([expect.stringContaining('последний — 5')])
    expect(choicesOf(outcome)).toHaveLength(5)
    expect(say('1', outcome.memory)).toMatchObject({ kind: 'answered', topics: ['phone'] })
  })

  it('is asked for again when «да» may mean any', () => {
    expect(choicesOf(say('да', clarified))).toHaveLength(5)
  })

  it('is meant by «да» when there is but one', () => {
    const one = say('что-то про часы').memory
    expect(say('да', one)).toMatchObject({ kind: 'answered', topics: ['hours'] })
  })

  it('is not meant when nothing was offered', () => {
    expect(textsOf(say('2'))).toEqual([expect.stringContaining('выбирать не из чего')])
    expect(say('2')).toMatchObject({ kind: 'noted' })
  })

  it('survives a sticker and a greeting in between', () => {
    const aside = respond(eg.turn([eg.sticker(), eg.text('здравствуйте')], clarified)).memory
    expect(say('2', aside)).toMatchObject({ kind: 'answered', topics: ['code'] })
  })
})

describe('«did it help?»', () => {
  it.each(['да', 'Да, помогло!', 'yes', '1'])('is answered by «%s»', (text) => {
    expect(say(text, answered)).toMatchObject({ kind: 'talked', closes: true })
  })

  it.each(['нет', 'не помогло', 'no', '2'])('is denied by «%s»', (text) => {
    expect(say(text, answered)).toMatchObject({ kind: 'handed-off', reason: 'not-helped', topic: 'code' })
  })

  it('was not asked', () => {
    expect(textsOf(say('да'))).toEqual([expect.stringContaining('Я на связи')])
    expect(textsOf(say('нет'))).toEqual([expect.stringContaining('Я на связи')])
  })
})

it('takes «да» to an offered human for a wish', () => {
  const { memory } = say('сколько весит луна')
  expect(say('да', memory)).toMatchObject({ kind: 'handed-off', reason: 'asked-for-human' })
})

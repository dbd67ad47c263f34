import { describe, expect, it } from '@jest/globals'
import * as eg from '../../../tests/eg.ts'
import { choicesOf, respond, textsOf } from '../../../tests/example-engine.ts'

const say = (text: string, known: Parameters<typeof eg.turn>[1] = {}) =>
  respond(eg.turn(eg.text(text), known))

describe('an answer', () => {
  it('asks in its last line whether it helped, and leads on', () => {
    const outcome = say('код не приходит')
    expect(outcome).toMatchObject({ kind: 'answered', topics: ['code'], memory: { topic: 'code' } })
    expect(textsOf(outcome)).toEqual([
      'Ответ: Не приходит СМС с кодом.\n\nЭто помогло? Может пригодиться и то, что ниже.',
    ])
    expect(choicesOf(outcome)).toEqual(['helped/code', 'unhelped/code', 'topic/phone', 'topic/hours'])
  })

  it('is in the language of the question', () => {
    const outcome = say('the code does not come')
    expect(textsOf(outcome)[0]).toMatch(/^Answer: code\.\n\nDid this help\?/)
    expect(outcome.memory.locale).toBe('en')
  })

  it('is given to two questions in their order, and asks once', () => {
    const outcome = respond(eg.turn([eg.text('какой телефон'), eg.text('код не приходит')]))
    expect(outcome).toMatchObject({ kind: 'answered', topics: ['phone', 'code'], memory: { topic: 'code' } })
    expect(textsOf(outcome)).toEqual(['Ответ: Телефон поддержки.', expect.stringContaining('Это помогло?')])
  })

  it('comes with a human where the topic is always for one', () => {
    const outcome = say('меня взломали')
    expect(outcome).toMatchObject({
      kind: 'handed-off',
      reason: 'topic-escalates',
      topic: 'hacked',
      team: 'security',
    })
    expect(textsOf(outcome)).toEqual([
      'Ответ: Подозрение на взлом.',
      expect.stringMatching(/^С этим вопросом поможет оператор/),
    ])
  })

  it('is given while an operator is awaited', () => {
    expect(say('код не приходит', eg.inQueue())).toMatchObject({ kind: 'answered' })
    expect(say('меня взломали', eg.inQueue())).toMatchObject({ kind: 'answered' })
  })

  it.each(['прошлогодняя льгота', 'будущая льгота'])('is not given out of its time: %s', (text) => {
    const outcome = say(text)
    expect(outcome.kind).toBe('fell-back')
    expect(textsOf(outcome)).toEqual([expect.stringContaining('сейчас обновляют')])
    expect(choicesOf(outcome)).toEqual(['human'])
  })
})

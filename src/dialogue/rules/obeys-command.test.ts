import { describe, expect, it } from '@jest/globals'
import * as eg from '../../../tests/eg.ts'
import { choicesOf, respond, textsOf } from '../../../tests/example-engine.ts'

describe('a command', () => {
  it.each([
    ['start', 'Здравствуйте!'],
    ['help', 'Напишите вопрос обычными словами'],
    ['nonsense', 'Напишите вопрос обычными словами'],
    ['cancel', 'Хорошо, остановимся'],
  ])('/%s is obeyed', (command, text) => {
    expect(textsOf(respond(eg.turn(eg.command(command))))).toEqual([expect.stringContaining(text)])
  })

  it.each(['human', 'operator'])('/%s calls a human', (command) => {
    expect(respond(eg.turn(eg.command(command)))).toMatchObject({
      kind: 'handed-off',
      reason: 'asked-for-human',
    })
  })

  it('/cancel closes what was open', () => {
    expect(respond(eg.turn(eg.command('cancel')))).toMatchObject({ kind: 'talked', closes: true })
  })

  it('/language switches, or asks which', () => {
    const switched = respond(eg.turn(eg.command('language', ' EN ')))
    expect(switched.memory.locale).toBe('en')
    expect(textsOf(switched)).toEqual([expect.stringContaining('in English')])

    const asked = respond(eg.turn(eg.command('language', 'fr')))
    expect(choicesOf(asked)).toEqual(['language/ru', 'language/en'])
    expect(respond(eg.turn(eg.text('English'), asked.memory)).memory.locale).toBe('en')
  })
})

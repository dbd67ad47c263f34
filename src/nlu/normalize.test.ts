import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { normalize } from './normalize.ts'

describe('normalize', () => {
  it('makes case, ё and compatibility forms one', () => {
    expect(normalize('ЗАЯВЛЕНИЕ Её Ｔｅｌ ﬁle')).toBe('заявление ее tel file')
  })

  it('drops what cannot be seen, stress marks too, and keeps й', () => {
    expect(normalize('па\u200bро\u00ADль\u0000 замо\u0301к йод')).toBe('пароль замок йод')
    expect(normalize('\u202Eтелефон\u202C')).toBe('телефон')
  })

  it('puts й and ё together that came in two parts', () => {
    expect(normalize('мои\u0306 е\u0308ж')).toBe('мой еж')
  })

  it('shortens drawn out letters and leaves numbers and double letters alone', () => {
    expect(normalize('приветттт')).toBe('привет')
    expect(normalize('8 800 5555, ссуда')).toBe('8 800 5555, ссуда')
  })

  it('makes one space of all white space', () => {
    expect(normalize('  где\u00A0мой\r\n\tкод ')).toBe('где мой код')
  })

  it('reads the first 4096 characters and no more, even where one character unfolds into many', () => {
    expect(normalize('аб'.repeat(50_000))).toHaveLength(4096)
    expect(normalize('\uFDFA'.repeat(4096)).length).toBeLessThanOrEqual(4096)
  })

  it('makes the same of a plain text as of one with something invisible in it', () => {
    const character = fc.constantFrom(...'АЯаяЁёйЙ!?., \t\n\rAZaz09~«»–—\'"')
    const drawn = fc
      .tuple(character, fc.integer({ min: 1, max: 4 }))
      .map(([each, times]) => each.repeat(times))
    const plain = fc.array(drawn, { maxLength: 20 }).map((parts) => parts.join(''))
    fc.assert(fc.property(plain, (text) => normalize(text) === normalize(`${text}\u200b`)))
  })

  it('bears lone surrogates', () => {
    expect(normalize('код\uD800 где')).toBe('код\uFFFD где')
  })
})

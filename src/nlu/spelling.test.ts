import { describe, expect, it } from '@jest/globals'
import { createSpelling } from './spelling.ts'

const spelling = createSpelling(
  new Map([
    ['пароль', 9],
    ['заявление', 5],
    ['заявления', 2],
    ['номер', 3],
    ['код', 9],
  ]),
)

describe('spelling', () => {
  it.each([
    ['пороль', 'пароль'],
    ['парооль', 'пароль'],
    ['парль', 'пароль'],
    ['паролб', 'пароль'],
    ['праоль', 'пароль'],
  ])('puts %s right: one letter changed, too many, missing or swapped', (wrong, right) => {
    expect(spelling.right(wrong)).toBe(right)
  })

  it('takes the commonest of several', () => {
    expect(spelling.right('заявлени')).toBe('заявление')
  })

  it('leaves alone what is right, short, too far off, or begins otherwise', () => {
    expect(spelling.right('пароль')).toBeUndefined()
    expect(spelling.right('кот')).toBeUndefined()
    expect(spelling.right('порол')).toBeUndefined()
    expect(spelling.right('гомер')).toBeUndefined()
  })
})

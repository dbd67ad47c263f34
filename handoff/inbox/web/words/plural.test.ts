import { describe, expect, it } from '@jest/globals'
import { pluralIn } from './plural.ts'

describe('a counted word', () => {
  it('has three forms in Russian', () => {
    const count = (n: number) =>
      pluralIn('ru')(n, { one: 'диалог', few: 'диалога', many: 'диалогов', other: 'диалога' })
    expect([1, 2, 5, 11, 21, 22, 112].map(count)).toEqual([
      '1 диалог',
      '2 диалога',
      '5 диалогов',
      '11 диалогов',
      '21 диалог',
      '22 диалога',
      '112 диалогов',
    ])
  })

  it('has two in English', () => {
    const count = (n: number) => pluralIn('en')(n, { one: 'dialogue', other: 'dialogues' })
    expect([0, 1, 2, 1200].map(count)).toEqual([
      '0 dialogues',
      '1 dialogue',
      '2 dialogues',
      '1,200 dialogues',
    ])
  })
})

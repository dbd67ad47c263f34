import { describe, expect, it } from '@jest/globals'
import { remembered } from './remembered.ts'

describe('a remembered answer', () => {
  function counting(most: number) {
    const asked: string[] = []
    const answer = remembered((text) => {
      asked.push(text)
      return `<${text}>`
    }, most)
    return { asked, answer }
  }

  it('is the same, and worked out once', () => {
    const { asked, answer } = counting(2)
    expect(['а', 'б', 'а', '', ''].map(answer)).toEqual(['<а>', '<б>', '<а>', '<>', '<>'])
    expect(asked).toEqual(['а', 'б', ''])
  })

  it('makes room for new ones, and for no long text', () => {
    const { asked, answer } = counting(2)
    for (const text of ['а', 'б', 'в', 'б', 'а']) answer(text)
    expect(asked).toEqual(['а', 'б', 'в', 'а'])
    const long = 'я'.repeat(1_001)
    expect([answer(long), answer(long)]).toEqual([`<${long}>`, `<${long}>`])
    expect(asked.filter((text) => text === long)).toHaveLength(2)
  })
})

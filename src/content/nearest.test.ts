import { describe, expect, it } from '@jest/globals'
import { nearest } from './nearest.ts'

describe('nearest', () => {
  const known = ['phone.main', 'phone.abroad', 'hours.operators', 'fee']

  it.each([
    ['phone.mian', 'phone.main'],
    ['phone.man', 'phone.main'],
    ['operators', 'hours.operators'],
    ['fe', 'fee'],
    ['phone', 'phone.main'],
  ])('takes %s for %s', (name, meant) => {
    expect(nearest(name, known)).toBe(meant)
  })

  it('guesses nothing where nothing is near', () => {
    expect(nearest('address.office', known)).toBeUndefined()
    expect(nearest('phone.office', known)).toBeUndefined()
    expect(nearest('', known)).toBeUndefined()
    expect(nearest('x', [])).toBeUndefined()
  })
})

import { describe, expect, it } from '@jest/globals'
import { isLogin, lacking } from './new-password.ts'

describe('a new password', () => {
  it('lacks what is missing to 12 characters, and no more', () => {
    expect(['', 'коротко', '123456789012', 'четыре слова в ряд'].map(lacking)).toEqual([12, 5, 0, 0])
  })

  it('counts an emoji as one', () => {
    expect(lacking('🔑'.repeat(11))).toBe(1)
  })
})

describe('a login', () => {
  it('has small Latin letters, digits and . - _ only', () => {
    expect(['maria.k', 'op_1-2'].map(isLogin)).toEqual([true, true])
    expect(['', 'm', '.maria', 'Maria', 'мария', 'a b', 'a@b'].filter(isLogin)).toEqual([])
  })
})

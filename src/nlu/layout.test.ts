import { describe, expect, it } from '@jest/globals'
import { otherLayout } from './layout.ts'

describe('otherLayout', () => {
  it('reads Russian typed on Latin keys', () => {
    expect(otherLayout('rfr djccnfyjdbnm gfhjkm&')).toBe('как восстановить пароль?')
    expect(otherLayout("gjl]tpl 'rhfy ;bpym .hbcn [jlbn")).toBe('подъезд экран жизнь юрист ходит')
  })

  it('reads English typed on Cyrillic keys', () => {
    expect(otherLayout('зфыыцщкв')).toBe('password')
  })

  it('has nothing to say of figures and signs', () => {
    expect(otherLayout('8 800 555-35-35 ?!')).toBeUndefined()
  })
})

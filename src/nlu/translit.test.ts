import { describe, expect, it } from '@jest/globals'
import { fromTranslit } from './translit.ts'

describe('fromTranslit', () => {
  it('reads Russian in Latin letters', () => {
    expect(fromTranslit('kak vosstanovit parol')).toBe('как восстановит парол')
    expect(fromTranslit('shchuka zhdet chasy, yuriy')).toBe('щука ждет часы, юрий')
  })

  it('takes a figure inside a word for a letter, and alone for a figure', () => {
    expect(fromTranslit('4to s zayavkoy 4 i 404')).toBe('что с заявкой 4 и 404')
  })

  it('leaves texts with Cyrillic letters alone', () => {
    expect(fromTranslit('мой email')).toBeUndefined()
    expect(fromTranslit('404')).toBeUndefined()
  })
})

import { describe, expect, it } from '@jest/globals'
import { type EnterPress, sends } from './enter-key.ts'

const press = (differs: Partial<EnterPress> = {}): EnterPress => ({
  key: 'Enter',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  isComposing: false,
  ...differs,
})

describe('Enter', () => {
  it('sends by itself only when that was chosen', () => {
    expect(sends(press(), 'enter')).toBe(true)
    expect(sends(press(), 'control-enter')).toBe(false)
  })

  it('sends with Ctrl or Cmd in any case', () => {
    expect(sends(press({ ctrlKey: true }), 'control-enter')).toBe(true)
    expect(sends(press({ metaKey: true }), 'enter')).toBe(true)
  })

  it('does not send with Shift, in the middle of a composed word, or when it is another key', () => {
    expect(sends(press({ shiftKey: true }), 'enter')).toBe(false)
    expect(sends(press({ isComposing: true }), 'enter')).toBe(false)
    expect(sends(press({ key: 'j', ctrlKey: true }), 'enter')).toBe(false)
  })
})

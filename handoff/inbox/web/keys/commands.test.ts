import { describe, expect, it } from '@jest/globals'
import { commandOf, KEYS, type KeyPress } from './commands.ts'

const press = (key: string, code: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code,
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  ...held,
})

describe('a key', () => {
  it('gives its command', () => {
    expect(commandOf(press('c', 'KeyC'))).toBe('claim')
    expect(commandOf(press('ArrowDown', 'ArrowDown'))).toBe('next')
    expect(commandOf(press('?', 'Slash', { shiftKey: true }))).toBe('help')
  })

  it('gives the same command on a Russian layout', () => {
    expect(commandOf(press('с', 'KeyC'))).toBe('claim')
    expect(commandOf(press('.', 'Slash'))).toBe('search')
    expect(commandOf(press(',', 'Slash', { shiftKey: true }))).toBe('help')
  })

  it('goes by what is written where a Latin layout lies otherwise', () => {
    expect(commandOf(press('j', 'KeyC'))).toBe('next')
  })

  it('is left to the browser with Ctrl, Alt or Meta', () => {
    expect(commandOf(press('c', 'KeyC', { ctrlKey: true }))).toBeUndefined()
    expect(commandOf(press('с', 'KeyC', { metaKey: true }))).toBeUndefined()
    expect(commandOf(press('n', 'KeyN', { altKey: true }))).toBeUndefined()
  })

  it('is nothing when it is a capital, so that Shift+E resolves nothing', () => {
    expect(commandOf(press('E', 'KeyE', { shiftKey: true }))).toBeUndefined()
    expect(commandOf(press('У', 'KeyE', { shiftKey: true }))).toBeUndefined()
  })

  it('belongs to one command only', () => {
    const all = Object.values(KEYS).flat()
    expect(new Set(all).size).toBe(all.length)
  })
})

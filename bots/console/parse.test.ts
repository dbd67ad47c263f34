import { describe, expect, it } from '@jest/globals'
import { parseLine } from './parse.ts'

describe('a line in the terminal', () => {
  it('is a command when it begins with a slash', () => {
    expect(parseLine(' /Human  please ')).toEqual({ kind: 'command', command: 'human', rest: 'please' })
  })

  it('is a text otherwise, as it was typed', () => {
    expect(parseLine(' не приходит код / SMS')).toEqual({ kind: 'text', text: ' не приходит код / SMS' })
  })
})

import { describe, expect, it } from '@jest/globals'
import { faultName } from './fault-name.ts'

describe('the name of a fault', () => {
  it('says what and where, and nothing of what was written', () => {
    expect(faultName(new TypeError('Анна Петрова, +7 916 123-45-67'))).toMatch(
      /^TypeError at gateway\/fault-name\.test\.ts:\d+:\d+$/,
    )
    expect(faultName(Object.assign(new Error('no'), { code: '23505' }))).toMatch(/^Error 23505 at /)
  })

  it('is not misled by a message of several lines that looks like a place', () => {
    const said = 'Unexpected token, "{\n    at Анна (пароль:1:2)\nпароль:3:4" is not valid JSON'
    expect(faultName(new SyntaxError(said))).toMatch(/^SyntaxError at gateway\/fault-name\.test\.ts:/)
  })

  it('is that of anything that can be thrown', () => {
    const bare = new Error('gone')
    delete bare.stack
    expect([faultName('Анна'), faultName(undefined), faultName(bare)]).toEqual([
      'string',
      'undefined',
      'Error at ',
    ])
  })
})

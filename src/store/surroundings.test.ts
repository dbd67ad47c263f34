import { describe, expect, it } from '@jest/globals'
import { surroundingsFault } from './surroundings.ts'

const coded = (code: string, message = 'no') => Object.assign(new Error(message), { code })

describe('whose fault an error is', () => {
  it('is the surroundings’, however deep it is wrapped', () => {
    for (const code of ['SQLITE_FULL', 'SQLITE_IOERR_FSYNC', '57P01', '40P01', 'ECONNREFUSED', '08006']) {
      const wrapped = new Error('a turn failed', { cause: new Error('x', { cause: coded(code) }) })
      expect(surroundingsFault(wrapped)?.code).toBe(code)
    }
    expect(surroundingsFault(new Error('Connection terminated unexpectedly'))?.code).toBe('connection')
  })

  it('is the work’s where the database refuses a value, or the engine throws', () => {
    for (const code of ['SQLITE_CONSTRAINT_UNIQUE', '23505', '22P05']) {
      expect(surroundingsFault(new Error('a turn failed', { cause: coded(code) }))).toBeUndefined()
    }
    expect(surroundingsFault(new TypeError('x is undefined'))).toBeUndefined()
    expect(surroundingsFault('text')).toBeUndefined()
  })
})

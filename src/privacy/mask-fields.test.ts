import { describe, expect, it } from '@jest/globals'
import { maskFields } from './mask-fields.ts'

describe('masking the fields of a log line', () => {
  it('leaves names, codes, counts and times as they are', () => {
    const fields = {
      ...{ channel: 'telegram', fault: 'SendError', conversation: 4_711, wait: 0.25, paused: true },
      ...{ at: 1_763_712_000_123, chat: -1_001_234_567_890, ticket: '187-42-14', why: undefined },
      ...{ id: '550e8400-e29b-41d4-a716-446655440000', version: '9f86d081884c' },
    }
    expect(maskFields(fields)).toEqual(fields)
  })

  it('masks a number that is handed over as one', () => {
    expect(maskFields({ chat: 79_161_234_567 })).toEqual({ chat: '+7 *** ***-45-67' })
  })

  it('takes the name of a field for the word beside its number', () => {
    expect(maskFields({ passport: 4_509_123_456, phone: '1234567', inn: '500100732259' })).toEqual({
      passport: '**** ****56',
      phone: '***-45-67',
      inn: '********59',
    })
  })

  it('masks names, too', () => {
    expect(maskFields({ '11223344595': 1 })).toEqual({ '***-***-*** 95': 1 })
  })

  it('shows nothing of what was handed over past the types', () => {
    const past = { error: new Error('4509 123456'), list: ['89161234567'], big: 79_161_234_567n, no: null }
    expect(maskFields(past as never)).toEqual({
      error: '[object]',
      list: '[object]',
      big: '+7 *** ***-45-67',
      no: '[object]',
    })
  })

  it('does not throw where a field does', () => {
    const trap = {
      get text(): string {
        throw new Error('4509 123456')
      },
    }
    expect(maskFields(trap)).toEqual({ unreadable: true })
    expect(maskFields(undefined as never)).toEqual({ unreadable: true })
  })

  it('cuts a long text', () => {
    expect(String(maskFields({ text: 'слово '.repeat(100_000) }).text).length).toBeLessThanOrEqual(500)
  })
})

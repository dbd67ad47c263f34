import { describe, expect, it } from '@jest/globals'
import { encode } from '../../src/gateway/encode.ts'
import { partText } from './plain-text.ts'

const part = (text: string) => partText({ kind: 'text', text, markup: 'html', choices: [], layout: 'none' })
const span = (text: string, bold = false, href?: string) => ({ text, bold, href })

describe('the text of a part', () => {
  it('is what was encoded, whatever was typed', () => {
    for (const typed of ['2 < 3 & 4 > 1', '<script>alert(1)</script>', '&lt;b&gt;', '"кавычки"', '</b><b>']) {
      expect(part(encode([span(typed), span(typed, true)], 'html'))).toBe(typed + typed)
    }
  })

  it('says where a link leads', () => {
    expect(part(encode([span('сайт', false, 'https://example.ru/?a=1&b=2')], 'html'))).toBe(
      'сайт (https://example.ru/?a=1&b=2)',
    )
  })
})

import { describe, expect, it } from '@jest/globals'
import { parseMarkup } from './markup.ts'

const plain = (text: string) => ({ text, bold: false, href: undefined })

describe('the markup of a reply', () => {
  it('is bold text, links and what the server escaped', () => {
    expect(
      parseMarkup('Звоните <b>8&nbsp;800</b> &lt;всегда&gt; <a href="https://x.ru/?a=1&amp;b=2">сюда</a>.'),
    ).toEqual([
      plain('Звоните '),
      { text: '8&nbsp;800', bold: true, href: undefined },
      plain(' <всегда> '),
      { text: 'сюда', bold: false, href: 'https://x.ru/?a=1&b=2' },
      plain('.'),
    ])
  })

  it.each([
    '<img src=x onerror=alert(1)>',
    '<script>alert(1)</script>',
    '<a onclick="x()">y',
    '<B>',
    '<b onclick=x>',
    'a < b > c',
  ])('leaves %p as text', (text) => {
    expect(parseMarkup(text)).toEqual([plain(text)])
  })

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    ' javascript:alert(1)',
    '//evil.example',
    'java&#39;script:x',
  ])('makes no link to %p', (href) => {
    expect(parseMarkup(`<a href="${href}">y</a>`)).toEqual([plain('y')])
  })

  it('reads an entity once', () => {
    expect(parseMarkup('&amp;lt;b&amp;gt;')).toEqual([plain('&lt;b&gt;')])
  })
})

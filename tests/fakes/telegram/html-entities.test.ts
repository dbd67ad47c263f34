import { describe, expect, it } from '@jest/globals'
import { parseHtml } from './html-entities.ts'

describe('the HTML of Telegram', () => {
  it.each([
    ['просто текст', 'просто текст'],
    ['<b>жирно</b> и <i>косо</i>', 'жирно и косо'],
    ['<b>вложено <a href="https://example.ru">сюда</a></b>', 'вложено сюда'],
    ['1 &lt; 2 &amp;&amp; 3 &gt; 2, &quot;да&quot;', '1 < 2 && 3 > 2, "да"'],
    ['&#1071;&#x42F;', 'ЯЯ'],
    ['5 > 3 & AT&T &nbsp;', '5 > 3 & AT&T &nbsp;'],
    ['<B>ЖИРНО</B>', 'ЖИРНО'],
  ])('reads %j as %j', (html, text) => {
    expect(parseHtml(html).text).toBe(text)
  })

  it.each([
    ['1 < 2', 'Unsupported start tag "" at byte offset 2'],
    ['да <div>нет</div>', 'Unsupported start tag "div" at byte offset 5'],
    ['<b>да', 'Can\'t find end tag corresponding to start tag "b"'],
    ['<b><i>да</b></i>', 'Unmatched end tag at byte offset 10'],
    ['да</b>', 'Unmatched end tag at byte offset 4'],
    ['<script>', 'Unsupported start tag "script" at byte offset 0'],
  ])('refuses %j', (html, why) => {
    expect(() => parseHtml(html)).toThrow(`Bad Request: can't parse entities: ${why}`)
  })

  it('keeps the links that Telegram keeps', () => {
    const html = '<a href="https://example.ru/?a=1&amp;b=2">сайт</a> <a href="tel:+78002003630">звонок</a>'
    expect(parseHtml(html)).toEqual({ text: 'сайт звонок', links: ['https://example.ru/?a=1&b=2'] })
  })
})

import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Limits } from '../contracts/channel.ts'
import { choiceId } from '../core/ids.ts'
import type { Part, Reply } from '../core/reply.ts'
import { fit } from './fit.ts'

const LIMITS: Limits = {
  text: 100,
  markup: 'html',
  buttons: { max: 3, label: 20 },
  list: { max: 5, label: 24 },
  perSecond: 1,
  idempotent: false,
  sendTimeoutMs: 1,
}
const choices = (...labels: string[]) => labels.map((label, index) => ({ id: choiceId(`c${index}`), label }))
const reply = (text: string, ...labels: string[]): Reply => ({
  kind: 'text',
  text,
  choices: choices(...labels),
  voice: 'bot',
})
const textsOf = (parts: readonly Part[]) =>
  parts.map((part) => (part.kind === 'text' ? part.text : part.kind))
const layoutsOf = (parts: readonly Part[]) =>
  parts.map((part) => (part.kind === 'text' ? part.layout : part.kind))

describe('fitting a reply', () => {
  it('leaves a short text as one part', () => {
    expect(textsOf(fit(reply('Здравствуйте!'), LIMITS))).toEqual(['Здравствуйте!'])
  })

  it('writes bold text and links in the markup of the channel, and escapes all else', () => {
    const source = 'Звоните: **8 800 & co** или [на сайте](https://example.ru/?a=1&b=2), 2 < 3'
    expect(textsOf(fit(reply(source), LIMITS))).toEqual([
      'Звоните: <b>8 800 &amp; co</b> или <a href="https://example.ru/?a=1&amp;b=2">на сайте</a>, 2 &lt; 3',
    ])
    expect(textsOf(fit(reply(source), { ...LIMITS, markup: 'none' })).join(' ')).toContain(
      'на сайте (https://example.ru/?a=1&b=2)',
    )
  })

  it('writes out what a link to a phone or a mailbox leads to', () => {
    const source = '[Позвонить](tel:+78005553535) или [a@b.ru](mailto:a@b.ru)'
    expect(textsOf(fit(reply(source), LIMITS))).toEqual(['Позвонить (+78005553535) или a@b.ru'])
  })

  it('splits at paragraphs rather than at words, and at words rather than within', () => {
    const one = 'а'.repeat(60)
    const two = `${'б'.repeat(30)} ${'в'.repeat(30)}`
    expect(textsOf(fit(reply(`${one}\n\n${two}`), LIMITS))).toEqual([one, two])
    const words = Array.from({ length: 40 }, (_, index) => `слово${index}`).join(' ')
    expect(textsOf(fit(reply(words), LIMITS)).join(' ')).toBe(words)
  })

  it('keeps bold text bold on both sides of a cut', () => {
    const parts = textsOf(fit(reply(`**${'да '.repeat(60).trim()}**`), LIMITS))
    expect(parts.length).toBeGreaterThan(1)
    for (const part of parts) expect(part).toMatch(/^<b>[^<]+<\/b>$/)
  })

  it('never cuts through a grapheme', () => {
    const family = '👩‍👩‍👧‍👦'
    const parts = textsOf(fit(reply(family.repeat(40)), LIMITS))
    expect(parts.join('')).toBe(family.repeat(40))
    for (const part of parts) expect(part.length % family.length).toBe(0)
  })

  it('loses nothing and keeps every limit, whatever the text', () => {
    const source = fc.string({ unit: 'grapheme', maxLength: 700 })
    const plain = { ...LIMITS, markup: 'none' } as const
    const blank = (text: string) => text.replace(/\s/g, '')
    fc.assert(
      fc.property(source, (text) => {
        const safe = text.replaceAll(/[*[\]]/g, '')
        const parts = textsOf(fit(reply(safe), plain))
        for (const part of parts) expect(part.length).toBeLessThanOrEqual(plain.text)
        expect(blank(parts.join(''))).toBe(blank(safe))
      }),
      { seed: 7, numRuns: 300 },
    )
  })

  it('draws choices as buttons, else as a list, else as numbers', () => {
    expect(layoutsOf(fit(reply('Что?', 'а', 'б', 'в'), LIMITS))).toEqual(['buttons'])
    expect(layoutsOf(fit(reply('Что?', 'а', 'б', 'в', 'г'), LIMITS))).toEqual(['list'])
    const many = fit(reply('Что?', 'а', 'б', 'в', 'г', 'д', 'е'), LIMITS)
    expect(textsOf(many)).toEqual(['Что?\n\n1. а\n2. б\n3. в\n4. г\n5. д\n6. е'])
    expect(layoutsOf(many)).toEqual(['none'])
  })

  it('numbers choices whose labels a button would cut', () => {
    expect(layoutsOf(fit(reply('Что?', 'а'.repeat(25), 'б'), LIMITS))).toEqual(['none'])
  })

  it('puts the choices under the last part', () => {
    const parts = fit(reply('слово '.repeat(40), 'а', 'б'), LIMITS)
    expect(parts.map((part) => (part.kind === 'text' ? part.choices.length : 0))).toEqual([0, 0, 2])
    expect(layoutsOf(parts)).toEqual(['none', 'none', 'buttons'])
  })
})

import { describe, expect, it } from '@jest/globals'
import { segmentsOf } from './segments.ts'

describe('an untrusted text', () => {
  it('is text', () => {
    const text = '<img src=x onerror=alert(1)> & <b>жирно</b>'
    expect(segmentsOf(text)).toEqual([{ kind: 'text', text }])
  })

  it('has links to https and tel, without the punctuation around them', () => {
    expect(segmentsOf('см. https://gosuslugi.ru/help?x=1. Или tel:+7(800)100-70-10!')).toEqual([
      { kind: 'text', text: 'см. ' },
      {
        kind: 'link',
        text: 'https://gosuslugi.ru/help?x=1',
        href: 'https://gosuslugi.ru/help?x=1',
        host: 'gosuslugi.ru',
      },
      { kind: 'text', text: '.' },
      { kind: 'text', text: ' Или ' },
      { kind: 'link', text: 'tel:+7(800)100-70-10', href: 'tel:+7(800)100-70-10', host: undefined },
      { kind: 'text', text: '!' },
    ])
  })

  it('has no links of any other kind', () => {
    for (const text of [
      'javascript:alert(1)',
      'http://a.ru',
      'data:text/html,x',
      '//a.ru',
      'HTTPS',
      'https://',
    ]) {
      expect(segmentsOf(text).map(({ kind }) => kind)).toEqual(['text'])
    }
  })

  it('has no link that hides its host behind a name', () => {
    expect(segmentsOf('https://gosuslugi.ru@evil.example/').map(({ kind }) => kind)).toEqual(['text'])
  })

  it('tells the real host of a link in look-alike letters', () => {
    const [link] = segmentsOf('https://gоsuslugi.ru/')
    expect(link).toMatchObject({ kind: 'link', host: 'xn--gsuslugi-nbh.ru' })
  })

  it('shows what turns the direction of writing, and cuts links there', () => {
    expect(segmentsOf('a\u202eb https://a.ru/\u202egnp.exe')).toEqual([
      { kind: 'text', text: 'a' },
      { kind: 'control', name: 'RLO' },
      { kind: 'text', text: 'b ' },
      { kind: 'link', text: 'https://a.ru/', href: 'https://a.ru/', host: 'a.ru' },
      { kind: 'control', name: 'RLO' },
      { kind: 'text', text: 'gnp.exe' },
    ])
  })
})

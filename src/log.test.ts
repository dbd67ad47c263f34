import { describe, expect, it } from '@jest/globals'
import { createLog } from './log.ts'
import { findPersonal } from './privacy/find.ts'

/** What must never be read in a log, each with what may not be left of it. */
const SECRETS: readonly (readonly [string, RegExp])[] = [
  ['112-233-445 95', /112|233|445/],
  ['11223344595', /1122/],
  ['паспорт 4509 123456', /4509|1234/],
  ['серия 4509 номер 123456', /4509|1234/],
  ['+7 916 123-45-67', /916|123-/],
  ['89161234567', /8916/],
  ['4276 3801 2345 6787', /4276|3801|2345/],
  ['anna.petrova@mail.ru', /anna|petrova/],
  ['123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11', /123456|DEF1234/],
  ['ИНН 500100732259', /500100/],
]
const INJECTIONS = [
  '',
  '\r\n{"level":30,"msg":"forged"}\r\n',
  '\u001b[2K\u001b[1A',
  '\u009b31m',
  '\u2028',
  '\u0000',
]

describe('the log', () => {
  it('shows no secret in any field, name or event, however it is dressed', () => {
    const { log, lines } = collected()
    for (const [secret] of SECRETS) {
      for (const injection of INJECTIONS) {
        const text = `${injection}${secret}${injection}`
        log.info('door.ignored', { what: text, again: `вот ${text} вот` })
        log.warn(text, { [text]: text })
        log.alarm('send.dead', { error: new Error(text) as never, list: [text] as never, why: text })
      }
    }
    expect(lines()).toHaveLength(SECRETS.length * INJECTIONS.length * 3)
    for (const line of lines()) {
      const { time: _, ...said } = JSON.parse(line) as Record<string, unknown>
      const written = JSON.stringify(said)
      expect(findPersonal(written)).toEqual([])
      for (const [, left] of SECRETS) expect(written).not.toMatch(left)
    }
  })

  it('writes one object a line, with nothing in it that moves a cursor', () => {
    const { log, lines, raw } = collected()
    for (const injection of INJECTIONS) log.warn(`door${injection}`, { [`what${injection}`]: injection })
    expect(lines()).toHaveLength(INJECTIONS.length)
    for (const line of lines()) expect(JSON.parse(line)).toMatchObject({ level: 40 })
    expect(raw().replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e]|\\u00/u)
  })

  it('keeps what the administrator needs', () => {
    const { log, lines } = collected()
    log.alarm('send.dead', { channel: 'telegram', outbox: 17, at: 1_763_712_000_123, why: 'too-long' })
    expect(JSON.parse(lines()[0] ?? '')).toEqual({
      level: 50,
      time: expect.any(String),
      ...{ channel: 'telegram', outbox: 17, at: 1_763_712_000_123, why: 'too-long', msg: 'send.dead' },
    })
  })

  it('goes on after what cannot be written', () => {
    const { log, lines } = collected()
    const trap = {
      get text(): string {
        throw new Error('4509 123456')
      },
    }
    log.info('trap', trap)
    log.info('after')
    expect(lines().map((line) => JSON.parse(line).msg)).toEqual(['trap', 'after'])
    expect(lines()[0]).not.toContain('4509')
  })
})

function collected() {
  let written = ''
  const log = createLog('info', {
    write(line) {
      written += line
    },
  })
  return { log, raw: () => written, lines: () => written.split('\n').slice(0, -1) }
}

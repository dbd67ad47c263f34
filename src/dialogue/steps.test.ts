import { describe, expect, it } from '@jest/globals'
import * as eg from '../../tests/eg.ts'
import { stepsOf } from './steps.ts'

const kinds = (...args: Parameters<typeof eg.turn>) =>
  stepsOf(eg.turn(...args)).map((step) => (step.kind === 'words' ? step.texts : step.inbound.kind))

describe('the steps of a turn', () => {
  it('are one for texts that follow each other', () => {
    expect(kinds([eg.text('здравствуйте'), eg.text('код не приходит')])).toEqual([
      ['здравствуйте', 'код не приходит'],
    ])
  })

  it('keep the order of everything else', () => {
    expect(kinds([eg.command('start'), eg.text('код'), eg.sticker(), eg.text('не приходит')])).toEqual([
      'command',
      ['код'],
      'other',
      ['не приходит'],
    ])
  })

  it('read an edited text as it was meant', () => {
    const said = [eg.text('кот', { messageId: 'm1' }), eg.edit('m1', 'кто'), eg.edit('m1', 'код')] as const
    expect(kinds(said)).toEqual([['код']])
  })

  it('take the edit of the last message as a new question, and of an older one as a note', () => {
    expect(kinds(eg.edit('m2', 'код'), { lastMessage: 'm2' })).toEqual([['код']])
    expect(kinds(eg.edit('m1', 'код'), { lastMessage: 'm2' })).toEqual(['edit'])
  })

  it('read the words beside a file, and no words as a file', () => {
    expect(kinds([eg.file('вот скан'), eg.file(' '), eg.file()])).toEqual([['вот скан'], 'files', 'files'])
  })

  it.each([
    ['/start', 'start', ''],
    ['/language en', 'language', 'en'],
    ['/Help@okno_bot', 'help', ''],
  ])('know a command that was typed: %s', (text, command, rest) => {
    expect(stepsOf(eg.turn(eg.text(text)))).toMatchObject([{ inbound: { kind: 'command', command, rest } }])
  })

  it('take no path for a command', () => {
    expect(kinds(eg.text('/etc/passwd'))).toEqual([['/etc/passwd']])
  })
})

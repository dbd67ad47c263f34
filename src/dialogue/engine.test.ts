import { describe, expect, it } from '@jest/globals'
import * as eg from '../../tests/eg.ts'
import { respond, textsOf } from '../../tests/example-engine.ts'
import type { Memory } from '../core/conversation.ts'

const say = (text: string, known: Parameters<typeof eg.turn>[1] = {}) =>
  respond(eg.turn(eg.text(text), known))
const FIRST = { noticed: false }
const NOTICE = /Прежде чем начнём/

describe('the privacy notice', () => {
  it('comes before the first answer, once', () => {
    const first = say('код не приходит', FIRST)
    expect(textsOf(first)).toEqual([expect.stringMatching(NOTICE), expect.stringMatching(/^Ответ/)])
    expect(first.replies).toMatchObject([{ voice: 'notice' }, { voice: 'bot' }])
    expect(textsOf(say('какой телефон', first.memory))).toEqual([expect.stringMatching(/^Ответ/)])
  })

  it('comes after a greeting', () => {
    expect(textsOf(respond(eg.turn(eg.command('start'), FIRST)))).toEqual([
      expect.stringMatching(/^Здравствуйте/),
      expect.stringMatching(NOTICE),
    ])
  })

  it('comes before a human is called', () => {
    expect(textsOf(say('оператор', FIRST))).toEqual([
      expect.stringMatching(NOTICE),
      expect.stringMatching(/^Зову оператора/),
    ])
  })

  it.each(['👍', 'спасибо'])('waits until something is asked: «%s»', (text) => {
    const outcome = say(text, FIRST)
    expect(outcome.replies).toHaveLength(1)
    expect(outcome.memory.noticed).toBe(false)
  })
})

describe('the language', () => {
  it('is the messenger’s until the citizen has written', () => {
    const start = respond(eg.turn(eg.inEnglish(eg.command('start')), FIRST))
    expect(textsOf(start)[0]).toMatch(/^Hello/)
    const later = respond(eg.turn(eg.inEnglish(eg.text('код не приходит')), start.memory))
    expect(later.memory.locale).toBe('ru')
    expect(respond(eg.turn(eg.inEnglish(eg.sticker()), later.memory)).memory.locale).toBe('ru')
  })

  it('follows the citizen, and figures say nothing of it', () => {
    const english = say('hello', FIRST).memory
    expect(textsOf(say('2', english))[0]).toMatch(/^There is nothing to choose/)
    expect(textsOf(say('код не приходит', english))[0]).toMatch(/^Ответ/)
  })
})

describe('a loop', () => {
  const loop = (text: string) => {
    const first = say(text)
    const second = say(text, first.memory)
    return { second, third: say(text, second.memory) }
  }

  it.each(['код не приходит', 'что-то с телефоном', 'здравствуйте', 'тупой бот'])(
    'of «%s» is left the third time',
    (text) => {
      const { second, third } = loop(text)
      expect(second.kind).not.toBe('handed-off')
      expect(third).toMatchObject({
        kind: 'handed-off',
        reason: 'not-understood',
        because: { rule: 'loop-guard' },
      })
    },
  )

  it('is none when thanks are repeated, or something else came between', () => {
    expect(loop('спасибо').third.kind).toBe('talked')
    const { second } = loop('код не приходит')
    const between = say('какой телефон', second.memory)
    expect(say('код не приходит', between.memory).kind).toBe('answered')
  })

  it('is nobody’s business once an operator is awaited', () => {
    const known: Memory = eg.inQueue({ lastReply: 'answered code', repeats: 2 }).memory
    expect(say('код не приходит', { ...eg.inQueue(), memory: known }).kind).toBe('answered')
  })
})

describe('a turn of several steps', () => {
  it('answers the question beside a command', () => {
    const outcome = respond(eg.turn([eg.command('start'), eg.text('код не приходит')], FIRST))
    expect(outcome.kind).toBe('answered')
    expect(textsOf(outcome)).toEqual([
      expect.stringMatching(/^Здравствуйте/),
      expect.stringMatching(NOTICE),
      expect.stringMatching(/^Ответ/),
    ])
  })

  it('has no word for a file or a sticker beside a question', () => {
    const outcome = respond(eg.turn([eg.file(), eg.text('код не приходит'), eg.sticker()]))
    expect(textsOf(outcome)).toEqual([expect.stringMatching(/^Ответ/)])
  })

  it('has one word for many stickers and one for a button pressed twice', () => {
    expect(respond(eg.turn([eg.sticker(), eg.sticker()])).replies).toHaveLength(1)
    expect(respond(eg.turn([eg.choice('human'), eg.choice('human')])).replies).toHaveLength(1)
  })

  it('is a handoff when any of it is', () => {
    const outcome = respond(eg.turn([eg.choice('human'), eg.text('спасибо')]))
    expect(outcome).toMatchObject({ kind: 'handed-off', because: { rule: 'follows-choice' } })
  })

  it('lets the last word decide otherwise', () => {
    const outcome = respond(eg.turn([eg.text('что-то с телефоном'), eg.choice('topic/code')]))
    expect(outcome).toMatchObject({ kind: 'answered', topics: ['code'] })
  })
})

describe('an edit', () => {
  it('of the last message is a new question', () => {
    const { memory } = respond(eg.turn(eg.text('сколько весит луна', { messageId: 'm1' })))
    expect(respond(eg.turn(eg.edit('m1', 'код не приходит'), memory))).toMatchObject({ kind: 'answered' })
    expect(respond(eg.turn(eg.edit('m0', 'код не приходит'), memory))).toMatchObject({ kind: 'noted' })
  })
})

it('keeps why it was decided so', () => {
  expect(say('код не приходит').because).toMatchObject({
    rule: 'answers-topic',
    understanding: { band: 'answer', candidates: [{ of: { id: 'code' }, confidence: 0.95 }] },
  })
})

it('gives the same outcome for the same turn', () => {
  const turn = eg.turn([eg.text('здравствуйте'), eg.text('код не приходит')], FIRST)
  expect(respond(turn)).toEqual(respond(turn))
})

it.each([
  ['nothing at all', ''],
  ['NUL and lone surrogates', '\u0000\ud800 код \udfff'],
  ['a right-to-left override', '\u202eдок'],
  ['a hundred thousand letters', 'я'.repeat(100_000)],
  ['a hundred thousand words', 'позовите '.repeat(100_000)],
  ['prototype keys', '__proto__ constructor toString'],
])('bears %s', (_what, text) => {
  expect(say(text, FIRST).kind).not.toBe('answered')
})

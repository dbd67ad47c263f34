import { beforeAll, describe, expect, it } from '@jest/globals'
import { loadContent } from '../../src/content/load.ts'
import type { Conversation } from '../../src/core/conversation.ts'
import { ticketId } from '../../src/core/ids.ts'
import type { Inbound } from '../../src/core/message.ts'
import type { Outcome } from '../../src/core/outcome.ts'
import { createEngine, type Engine } from '../../src/dialogue/engine.ts'
import { createUnderstand } from '../../src/nlu/understand.ts'
import { corpusOf } from '../../src/nlu-corpus.ts'
import * as eg from '../eg.ts'

/** The shipped content and the real understanding, in talks of several turns. */
let engine: Engine

beforeAll(() => {
  const loaded = loadContent(new URL('../..', import.meta.url).pathname, eg.NOON)
  if (!loaded.ok)
    throw new Error(loaded.faults.map(({ file, line, code }) => `${file}:${line} ${code}`).join('\n'))
  const { content } = loaded
  engine = createEngine({ content, understand: createUnderstand(corpusOf(content)) })
})

type Said = string | Inbound

/** A talk: what the citizen says, and in short what the bot does. */
function talk() {
  let conversation: Conversation = eg.conversation({ noticed: false })
  let at = eg.NOON
  let last: Outcome | undefined
  return {
    says(...said: readonly [Said, ...Said[]]): string {
      at += 20_000
      const [first, ...others] = said
      last = engine.respond(eg.turn([asInbound(first), ...others.map(asInbound)], conversation, at))
      conversation = { ...conversation, memory: last.memory, holder: holderAfter(conversation, last) }
      return inShort(last)
    },
    waits(minutes: number): void {
      at += minutes * 60_000
    },
    presses(label: string): string {
      const choice = conversation.memory.offered.find((offered) => offered.label === label)
      return choice === undefined ? `no button «${label}»` : this.says(eg.choice(choice.id))
    },
    text: () => last?.replies.map((reply) => (reply.kind === 'text' ? reply.text : '')).join('\n') ?? '',
    locale: () => conversation.memory.locale,
  }
}

const asInbound = (said: Said): Inbound => (typeof said === 'string' ? eg.text(said) : said)

function holderAfter({ holder }: Conversation, { kind }: Outcome): Conversation['holder'] {
  return kind === 'handed-off' ? { kind: 'queue', ticket: ticketId(1) } : holder
}

function inShort(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'answered':
    case 'clarified':
      return `${outcome.kind} ${outcome.topics.join(', ')}`
    case 'handed-off':
      return `handed-off ${outcome.reason}`
    case 'talked':
      return outcome.intent
    default:
      return outcome.kind
  }
}

describe('a talk', () => {
  it('from greeting to thanks', () => {
    const citizen = talk()
    expect(citizen.says(eg.command('start'))).toBe('command.start')
    expect(citizen.text()).toMatch(/Здравствуйте!.*59-ФЗ/s)
    expect(citizen.says('Добрый день! Никак не приходит код в смс')).toBe('answered account.sms_code')
    expect(citizen.text()).not.toMatch(/59-ФЗ/)
    expect(citizen.presses('Да, помогло')).toBe('talk.helped')
    expect(citizen.says('спасибо вам большое')).toBe('talk.thanks')
    expect(citizen.says('до свидания')).toBe('talk.goodbye')
  })

  it('in pieces', () => {
    expect(talk().says('Здравствуйте', 'вопрос такой', 'код из смс не приходит')).toBe(
      'answered account.sms_code',
    )
  })

  it('that leans on the question before, until that is long past', () => {
    const citizen = talk()
    expect(citizen.says('до скольки работают операторы')).toBe('answered contacts.hours')
    expect(citizen.says('а в праздники?')).toBe('answered contacts.holidays')
    expect(citizen.says('а в выходные?')).toBe('answered contacts.hours')
    citizen.waits(16)
    expect(citizen.says('ещё')).not.toMatch(/^answered/)
  })

  it('where the answer did not help', () => {
    const citizen = talk()
    citizen.says('забыл пароль')
    expect(citizen.says('я всё это уже делал')).toBe('handed-off not-helped')
    expect(citizen.text()).toMatch(/Жаль, что не помогло/)
  })

  it('with somebody who wants a human and goes on asking', () => {
    const citizen = talk()
    expect(citizen.says('мне бы живого сотрудника')).toBe('handed-off asked-for-human')
    expect(citizen.says('а долго ждать ответа?')).toBe('answered contacts.wait_time')
    expect(citizen.says('Никитин Павел')).toBe('noted')
    expect(citizen.says('ну где оператор?!')).toBe('handed-off asked-for-human')
    expect(citizen.text()).toMatch(/^Оператор уже получил/)
    expect(citizen.says('отмена')).toBe('talk.cancel')
  })

  it('of somebody who is not understood', () => {
    const citizen = talk()
    expect(citizen.says('сколько весит слон')).toBe('fell-back')
    expect(citizen.says('а бегемот сколько весит')).toBe('handed-off not-understood')
  })

  it('of somebody who goes round in circles', () => {
    const citizen = talk()
    citizen.says('забыл пароль')
    citizen.says('забыл пароль')
    expect(citizen.says('забыл пароль')).toBe('handed-off not-understood')
  })

  it('in English', () => {
    const citizen = talk()
    expect(citizen.says('Hello, I can’t remember my password')).toBe('answered account.password_reset')
    expect(citizen.locale()).toBe('en')
    expect(citizen.text()).toMatch(/automatic assistant.*Did this help\?/s)
    expect(citizen.says('no')).toBe('handed-off not-helped')
    expect(citizen.text()).toMatch(/^I’m sorry that didn’t help/)
  })

  it('that chooses by number', () => {
    const citizen = talk()
    expect(citizen.says('пошлина')).toMatch(/^clarified payment\./)
    expect(citizen.says('17')).toBe('noted')
    expect(citizen.says('второй вариант')).toMatch(/^answered payment\./)
  })

  it('on the wrong keyboard layout', () => {
    expect(talk().says('jgthfnjh')).toBe('handed-off asked-for-human')
    expect(talk().says('pf,sk gfhjkm')).toBe('answered account.password_reset')
  })

  it('of nothing much', () => {
    const citizen = talk()
    expect(citizen.says('👍')).toBe('noted')
    expect(citizen.says('ты робот?')).toBe('talk.about_bot')
    expect(citizen.says('что ты умеешь?')).toBe('talk.about_bot')
    expect(citizen.says('как дела?')).toBe('talk.how_are_you')
    expect(citizen.says(eg.sticker())).toBe('noted')
  })
})

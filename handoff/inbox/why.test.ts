import { describe, expect, it } from '@jest/globals'
import { intentId, topicId } from '../../src/core/ids.ts'
import type { Candidate, Understanding } from '../../src/core/outcome.ts'
import { type Decided, repairsOf, whyOf } from './why.ts'

const hours = topicId('hours')
const titles = { topicTitle: (id: string) => (id === 'hours' ? 'Часы работы' : undefined) }
const candidate: Candidate = { of: { kind: 'topic', id: hours }, confidence: 0.924 }
const understanding: Understanding = {
  ...{ locale: 'ru', band: 'answer', candidates: [candidate], asks: true },
  evidence: {
    ...{ read: 'во сколько открываетесь', repairs: ['layout', 'пароол→пароль'], features: [], margin: 0.5 },
    example: 'во сколько вы открываетесь',
  },
}
const because = (rule: string, known: Understanding | undefined = understanding) => ({
  because: { rule, understanding: known },
})
const why = (outcome: Decided) => whyOf(outcome, 'ru', titles)

describe('why the bot did it', () => {
  it('names the topic, the example and how sure it was', () => {
    expect(why({ kind: 'answered', topics: [hours], ...because('answers-topic') })).toBe(
      'Ответил: «Часы работы», похоже на «во сколько вы открываетесь», уверенность 92 %',
    )
  })

  it('is the citizen’s choice where one was made', () => {
    for (const rule of ['follows-choice', 'chooses-in-words']) {
      expect(why({ kind: 'answered', topics: [hours], ...because(rule) })).toBe(
        'Ответил: «Часы работы», по выбору гражданина',
      )
    }
  })

  it('names a topic that is gone by its id', () => {
    const outcome: Decided = { kind: 'clarified', topics: [hours, topicId('gone')], ...because('clarifies') }
    expect(why(outcome)).toBe('Не был уверен и предложил выбрать: «Часы работы», «gone»')
  })

  it('says what was nearest when nothing was near enough', () => {
    expect(why({ kind: 'fell-back', ...because('falls-back') })).toBe(
      'Не понял: ближе всего «Часы работы», но уверенность всего 92 %',
    )
    expect(why({ kind: 'fell-back', because: { rule: 'falls-back', understanding: undefined } })).toBe(
      'Не понял и попросил написать иначе',
    )
  })

  it('tells a loop from two misunderstandings', () => {
    const outcome = {
      kind: 'handed-off',
      reason: 'not-understood',
      topic: undefined,
      team: undefined,
    } as const
    expect(why({ ...outcome, ...because('loop-guard') })).toBe('Передал оператору: ответы повторялись')
    expect(why({ ...outcome, ...because('falls-back') })).toContain('два раза подряд')
  })

  it('says why nothing was said', () => {
    expect(why({ kind: 'noted', ...because('keeps-silent') })).toBe('Промолчал: отвечает оператор')
    expect(why({ kind: 'noted', ...because('something-new') })).toBe('Сохранил без ответа')
    expect(why({ kind: 'talked', intent: intentId('talk.thanks'), closes: true, ...because('x') })).toBe(
      'Поддержал разговор: благодарность',
    )
  })

  it('says in words how a text was read', () => {
    const { because: evidence } = because('answers-topic')
    expect(repairsOf(evidence, 'ru')).toEqual(['раскладка клавиатуры', 'пароол→пароль'])
    expect(repairsOf(evidence, 'en')).toEqual(['keyboard layout', 'пароол→пароль'])
  })
})

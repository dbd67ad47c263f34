import { describe, expect, it } from '@jest/globals'
import * as eg from '../../tests/eg.ts'
import { exampleContent, understandBy } from '../../tests/example-content.ts'
import { topicId } from '../core/ids.ts'
import { createCues } from './cues.ts'
import { hear } from './hear.ts'
import { TOPIC_LASTS_MS } from './thresholds.ts'

const understand = understandBy({
  здравствуйте: { 'talk.greeting': 0.99 },
  спасибо: { 'talk.thanks': 0.99 },
  'добрый день, девушка': { 'talk.greeting': 0.9 },
  вопрос: { phone: 0.3 },
  'код не приходит': { code: 0.8 },
  'на телефон': { phone: 0.7 },
  'код не приходит на телефон': { code: 0.9 },
  'какой телефон': { phone: 0.7 },
  'какой телефон?': { phone: 0.7 },
  'а какие часы?': { hours: 0.7 },
  'а в праздники': { hours: 0.6 },
  'hours + а в праздники': { holidays: 0.7 },
  'в праздники': { hours: 0.3 },
  'hours + в праздники': { holidays: 0.7 },
  'ольга петрова': {},
  'hours + ольга петрова': { hours: 0.6 },
})
const ears = { understand, cues: createCues(exampleContent()) }

const heard = (texts: readonly string[], known: Parameters<typeof eg.memory>[0] = {}) =>
  hear(texts, ears, { memory: eg.memory(known), locale: 'ru', at: eg.NOON })
const topics = (...args: Parameters<typeof heard>) => heard(...args).topics
const best = (...args: Parameters<typeof heard>) => heard(...args).best.candidates[0]?.of.id

describe('several texts', () => {
  it('mean the question among them', () => {
    expect(topics(['Здравствуйте', 'вопрос', 'код не приходит'])).toEqual(['code'])
  })

  it('mean one thing when they are surest together', () => {
    expect(topics(['код не приходит', 'на телефон'])).toEqual(['code'])
  })

  it('mean two things when each is sure of its own', () => {
    expect(topics(['какой телефон', 'код не приходит'])).toEqual(['phone', 'code'])
    expect(topics(['Какой телефон? А какие часы?'])).toEqual(['phone', 'hours'])
  })

  it('leave a question open that was not understood, whatever thanks stand beside it', () => {
    expect(heard(['спасибо', 'только вот ничего не открывается']).best.band).toBe('fallback')
    expect(best(['спасибо', 'ага'])).toBe('talk.thanks')
  })
})

describe('a greeting', () => {
  it('does not hide the question behind it', () => {
    expect(topics(['Здравствуйте, код не приходит'])).toEqual(['code'])
  })

  it('counts when nothing is behind it', () => {
    expect(best(['Добрый день, девушка'])).toBe('talk.greeting')
  })
})

describe('a question that leans on the one before', () => {
  const topic = topicId('hours')

  it('is read with the topic in mind', () => {
    expect(topics(['а в праздники'], { topic, topicAt: eg.NOON - TOPIC_LASTS_MS })).toEqual(['holidays'])
    expect(topics(['в праздники'], { topic, topicAt: eg.NOON })).toEqual(['holidays'])
  })

  it('stands alone when the topic is long past', () => {
    const topicAt = eg.NOON - TOPIC_LASTS_MS - 1
    expect(topics(['а в праздники'], { topic, topicAt })).toEqual(['hours'])
    expect(best(['в праздники'], { topic, topicAt })).toBe('hours')
  })

  it('is not made of a name', () => {
    expect(heard(['Ольга Петрова'], { topic, topicAt: eg.NOON }).best.band).toBe('fallback')
  })
})

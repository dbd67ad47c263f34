import { describe, expect, it } from '@jest/globals'
import * as eg from '../../../tests/eg.ts'
import { choicesOf, respond } from '../../../tests/example-engine.ts'
import { topicId } from '../../core/ids.ts'

const say = (text: string, known: Parameters<typeof eg.turn>[1] = {}) =>
  respond(eg.turn(eg.text(text), known))

describe('small talk', () => {
  it.each([
    ['здравствуйте', 'talk.greeting', false],
    ['кто ты', 'talk.about_bot', false],
    ['кто ты такой вообще', 'talk.about_bot', false],
    ['тупой бот', 'talk.insult', false],
    ['спасибо', 'talk.thanks', true],
    ['до свидания', 'talk.goodbye', true],
    ['всё заработало', 'talk.helped', true],
    ['отмена', 'talk.cancel', true],
  ])('«%s» is %s', (text, intent, closes) => {
    const outcome = say(text)
    expect(outcome).toMatchObject({ kind: 'talked', intent, closes })
    expect(outcome.replies).toHaveLength(1)
  })

  it('offers a human to whoever is angry', () => {
    expect(choicesOf(say('тупой бот'))).toEqual(['human'])
  })

  it('takes «I tried all that» for «it did not help»', () => {
    const known = { topic: topicId('code'), topicAt: eg.NOON }
    expect(say('всё это я уже пробовал', known)).toMatchObject({
      kind: 'handed-off',
      reason: 'not-helped',
      topic: 'code',
    })
  })

  it('calls a human when that is surely meant, and not on a guess', () => {
    expect(say('дайте мне кого-то настоящего')).toMatchObject({ kind: 'handed-off' })
    expect(say('вроде дайте кого-то')).toMatchObject({ kind: 'fell-back' })
  })

  it('leaves a doubtful text to the topics it may mean', () => {
    expect(say('ну ты и робот')).toMatchObject({ kind: 'clarified', topics: ['phone'] })
  })

  it('does not promise more than it does to whoever cancels in the queue', () => {
    const { replies } = say('отмена', eg.inQueue())
    expect(replies).toMatchObject([{ text: expect.stringContaining('Оператор увидит') }])
  })
})

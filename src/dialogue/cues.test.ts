import { describe, expect, it } from '@jest/globals'
import { exampleContent } from '../../tests/example-content.ts'
import { choiceId } from '../core/ids.ts'
import { createCues } from './cues.ts'

const cues = createCues(exampleContent())

describe('a number in words', () => {
  it.each([
    ['2', 2],
    ['2.', 2],
    ['2)', 2],
    ['№ 2', 2],
    ['номер 2', 2],
    ['2️⃣', 2],
    ['второе', 2],
    ['второй', 2],
    ['Второй вариант', 2],
    ['второй, пожалуйста', 2],
    ['давайте третий', 3],
    ['под номером три', 3],
    ['the second one', 2],
    ['second', 2],
    ['the first one', 1],
    ['option 3', 3],
    ['0', 0],
    ['99', 99],
  ])('«%s» is %d', (text, number) => {
    expect(cues.numberIn(text)).toBe(number)
  })

  it.each(['404', '2 или 3', 'второй день не приходит код', 'мне 2 года', 'один и два', 'код 2 раза'])(
    '«%s» is none',
    (text) => {
      expect(cues.numberIn(text)).toBeUndefined()
    },
  )
})

describe('a label in words', () => {
  const choices = ['Часы работы операторов', 'Часы пик', 'Телефон поддержки'].map((label, at) => ({
    id: choiceId(`c${at}`),
    label,
  }))

  it.each([
    ['часы работы операторов', 'c0'],
    ['ЧАСЫ РАБОТЫ', 'c0'],
    ['телефон', 'c2'],
    ['часы пик', 'c1'],
    ['часы', undefined],
    ['т', undefined],
    ['телефон поддержки не отвечает', undefined],
  ])('«%s» is %s', (text, id) => {
    expect(cues.labelIn(text, choices)?.id).toBe(id)
  })
})

describe('yes and no', () => {
  it.each([
    ['Да!', 'yes'],
    ['да, помогло', 'yes'],
    ['yep', 'yes'],
    ['Нет', 'no'],
    ["No, it didn't", 'no'],
    ['нет, не помогло', 'no'],
    ['нет доступа к почте', undefined],
    ['да где же код', undefined],
  ])('«%s» is %s', (text, said) => {
    expect(cues.yesOrNo(text)).toBe(said)
  })
})

describe('courtesy', () => {
  it.each([
    ['Здравствуйте, не приходит код', 'не приходит код'],
    ['добрый день как сменить номер?', 'как сменить номер?'],
    ['Здравствуйте! Спасибо! А телефон какой', 'а телефон какой'],
    ['Hello, I lost my password', 'i lost my password'],
    ['Здравствуйте', 'Здравствуйте'],
    ['код не приходит', 'код не приходит'],
  ])('is taken off «%s»', (text, rest) => {
    expect(cues.withoutCourtesy(text)).toBe(rest)
  })
})

describe('several questions', () => {
  it.each([
    ['Как сменить номер? Сколько ждать ответа?', ['Как сменить номер?', 'Сколько ждать ответа?']],
    ['как сменить номер и ещё как сменить фамилию', ['как сменить номер', 'как сменить фамилию']],
    ['how do I log in and also where is the office', ['how do I log in', 'where is the office']],
    ['Код не приходит. Что делать?', ['Код не приходит. Что делать?']],
    ['Как сменить номер? А?', ['Как сменить номер? А?']],
  ])('«%s»', (text, questions) => {
    expect(cues.questionsIn(text).map((question) => question.trim())).toEqual(questions)
  })
})

it('hears a question that leans on the one before', () => {
  expect(cues.leans('А в выходные?')).toBe(true)
  expect(cues.leans('And on Sunday?')).toBe(true)
  expect(cues.leans('Выходные когда?')).toBe(false)
})

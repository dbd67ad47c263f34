import { expect, it } from '@jest/globals'
import { createWordList } from './word-list.ts'

const list = createWordList(['оператор', 'оператора', 'человека', 'надо'])

it.each(['оператор', 'надо', 'аператор', 'опертор', 'операторр', 'опреатор', 'оператар', 'челавека'])(
  'has «%s»',
  (word) => {
    expect(list.has(word)).toBe(true)
  },
)

it.each([
  ['another form', 'человеку'],
  ['two slips', 'апиратор'],
  ['a short word’s slip', 'нада'],
  ['nothing', ''],
])('has not %s: «%s»', (_what, word) => {
  expect(list.has(word)).toBe(false)
})

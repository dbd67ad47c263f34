import { describe, expect, it } from '@jest/globals'
import { WORDS } from './words.ts'

describe('the widget’s words', () => {
  it.each([
    [1, '1 новое сообщение', '1 new message'],
    [3, '3 новых сообщения', '3 new messages'],
    [5, '5 новых сообщений', '5 new messages'],
    [21, '21 новое сообщение', '21 new messages'],
  ])('count %i', (count, ru, en) => {
    expect([WORDS.ru.unread(count), WORDS.en.unread(count)]).toEqual([ru, en])
  })
})

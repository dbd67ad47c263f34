import { describe, expect, it } from '@jest/globals'
import { ticket } from './example-ticket.ts'
import { matches } from './matches.ts'

const olga = ticket({
  number: '4127-9',
  citizen: 'Ольга Зелёная',
  topic: 'Запись к врачу',
  preview: 'не приходит код',
})

describe('the filter of the queue', () => {
  it('finds by number, with the dash and without', () => {
    expect(['4127-9', '41279', '127'].map((sought) => matches(olga, sought))).toEqual([true, true, true])
  })

  it('finds by name, topic and text, in any order, whatever the case and ё', () => {
    expect(matches(olga, 'КОД зеленая врач')).toBe(true)
  })

  it('wants every word', () => {
    expect(matches(olga, 'код паспорт')).toBe(false)
  })

  it('leaves everything when nothing is sought', () => {
    expect(matches(olga, '  ')).toBe(true)
  })
})

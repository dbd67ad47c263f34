import { describe, expect, it } from '@jest/globals'
import { createSynonyms } from './synonyms.ts'
import { stemOf, wordsOf } from './tokens.ts'

const synonyms = createSynonyms([
  ['оператор', 'сотрудник', 'живой человек'],
  ['телефон', 'номер'],
])
const found = (text: string) => synonyms.groupsIn(wordsOf(text).map(stemOf)).map(synonyms.nameOf)

describe('synonyms', () => {
  it('are found in any form of the word', () => {
    expect(found('позовите сотрудника по номеру')).toEqual(['оператор', 'телефон'])
  })

  it('of several words are found only whole', () => {
    expect(found('дайте живого человека')).toEqual(['оператор'])
    expect(found('человек живой')).toEqual([])
  })
})

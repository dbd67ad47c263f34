import { describe, expect, it } from '@jest/globals'
import { choiceId, topicId } from '../core/ids.ts'
import { idOf, type Meaning, meaningOf } from './choices.ts'

const topic = topicId('x'.repeat(48))

describe('the id of a choice', () => {
  it.each<Meaning>([
    { kind: 'topic', topic },
    { kind: 'helped', topic },
    { kind: 'unhelped', topic },
    { kind: 'language', locale: 'en' },
    { kind: 'human' },
    { kind: 'none' },
  ])('says all that it means: $kind', (meaning) => {
    expect(idOf(meaning)).toMatch(/^[\x21-\x7e]{1,64}$/)
    expect(meaningOf(idOf(meaning))).toEqual(meaning)
  })

  it.each(['', 'human/', 'none/x', 'topic', 'language/fr', '__proto__', 'constructor/x', '/'])(
    'means nothing when it is none of ours: «%s»',
    (id) => {
      expect(meaningOf(choiceId(id))).toBeUndefined()
    },
  )
})

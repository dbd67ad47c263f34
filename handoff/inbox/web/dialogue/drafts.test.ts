import { describe, expect, it } from '@jest/globals'
import { editDraft, emptyDraft, readDraft, triedDraft } from './drafts.ts'

const newKey = () => 'second'

describe('a draft', () => {
  it('keeps its key while it is written', () => {
    const draft = editDraft(editDraft(emptyDraft('first'), 'Здра', newKey), 'Здравствуйте', newKey)
    expect(draft).toEqual({ text: 'Здравствуйте', key: 'first', tried: false })
  })

  it('keeps its key for another attempt with the same text', () => {
    const tried = triedDraft(editDraft(emptyDraft('first'), 'Да', newKey))
    expect(editDraft(tried, 'Да', newKey).key).toBe('first')
  })

  it('gets another key when it is changed after an attempt', () => {
    const tried = triedDraft(editDraft(emptyDraft('first'), 'Да', newKey))
    expect(editDraft(tried, 'Да, конечно', newKey)).toEqual({
      text: 'Да, конечно',
      key: 'second',
      tried: false,
    })
  })

  it('is read back as it was kept', () => {
    const draft = triedDraft(editDraft(emptyDraft('first'), 'Да', newKey))
    expect(readDraft(JSON.stringify(draft))).toEqual(draft)
  })

  it('is nothing when what was kept is no draft', () => {
    expect(['', 'null', '{}', '{"text":1,"key":"k"}', '[]'].map(readDraft)).toEqual(Array(5).fill(undefined))
  })
})

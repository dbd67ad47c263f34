import { afterEach, describe, expect, it } from '@jest/globals'
import { dropFolder, exampleFolder } from './example-folder.ts'
import { loadContent } from './load.ts'
import { loadApart } from './load-apart.ts'

let folder = ''
afterEach(() => dropFolder(folder))

describe('loadApart', () => {
  it('says what loadContent says, and nobody can change it either', async () => {
    folder = exampleFolder()
    const apart = await loadApart(folder, 0)
    expect(apart).toEqual(loadContent(folder, 0))
    const topic = apart.ok ? [...apart.content.topics.values()][0] : undefined
    expect(Object.isFrozen(topic?.examples.ru)).toBe(true)
  })

  it('tells the faults of broken content', async () => {
    folder = exampleFolder({ 'faq/contacts.yaml': 'topics: [' })
    expect(await loadApart(folder, 0)).toEqual(loadContent(folder, 0))
  })
})

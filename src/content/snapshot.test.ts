import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { Content } from '../core/content.ts'
import { dropFolder, exampleFolder } from './example-folder.ts'
import { loadContent } from './load.ts'
import { readSnapshot, writeSnapshot } from './snapshot.ts'

let folder = ''
beforeEach(() => {
  folder = exampleFolder()
})
afterEach(() => dropFolder(folder))

const good = (): Content => {
  const loaded = loadContent(folder)
  if (!loaded.ok) throw new Error('the example has faults')
  return loaded.content
}
const file = () => join(folder, 'content-last-good.json')

describe('the last good snapshot', () => {
  it('comes back as it was, and as unchangeable', async () => {
    const content = good()
    await writeSnapshot(folder, content)
    const read = await readSnapshot(folder)
    expect(read).toEqual(content)
    expect(Object.isFrozen([...(read?.topics.values() ?? [])][0]?.examples.ru)).toBe(true)
  })

  it('replaces the one before, and leaves nothing else behind', async () => {
    const content = good()
    const before = readdirSync(folder)
    await writeSnapshot(folder, content)
    await writeSnapshot(folder, { ...content, version: 'x' })
    await writeSnapshot(folder, content)
    expect((await readSnapshot(folder))?.version).toBe(content.version)
    expect(new Set(readdirSync(folder))).toEqual(new Set([...before, 'content-last-good.json']))
  })

  it('is refused when it is missing, cut, changed, or of another format', async () => {
    expect(await readSnapshot(folder)).toBeUndefined()
    await writeSnapshot(folder, good())
    const json = readFileSync(file(), 'utf8')
    expect(json).toContain('Телефон')
    for (const bad of [
      '',
      json.slice(0, -20),
      json.replace('Телефон', 'Адрес'),
      json.replace('"format":1', '"format":2'),
      json.replace('"privacy":', '"privasy":'),
      json.replace('"escalate":false', '"escalate":false,"__proto__":{}'),
      'null',
    ]) {
      expect(bad).not.toBe(json)
      writeFileSync(file(), bad)
      expect(await readSnapshot(folder)).toBeUndefined()
    }
  })

  it('keeps the old one when the new one cannot be written', async () => {
    await expect(writeSnapshot(join(folder, 'missing'), good())).rejects.toThrow('ENOENT')
  })
})

import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { bundleWidget } from './widget-bundle.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'okno-bundle-'))
})
afterEach(() => rm(folder, { recursive: true }))

describe('the bundled widget', () => {
  it('is kept under the hash of its sources, and nothing else stays', async () => {
    await writeFile(join(folder, 'okno-0123456789abcdef.js'), 'old')
    await writeFile(join(folder, 'theirs.js'), 'not ours')
    const { hash } = await bundleWidget(folder)
    expect((await readdir(folder)).sort()).toEqual([`okno-${hash}.js`, 'theirs.js'])
  })

  it('is taken from the folder while the sources are the same', async () => {
    const { hash } = await bundleWidget(folder)
    await writeFile(join(folder, `okno-${hash}.js`), 'kept')
    expect((await bundleWidget(folder)).plain.toString()).toBe('kept')
  })
})

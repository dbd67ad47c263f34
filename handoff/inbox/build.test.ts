import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { buildInbox } from './build.ts'

let cache: string
beforeEach(async () => {
  cache = await mkdtemp(join(tmpdir(), 'okno-build-'))
})
afterEach(() => rm(cache, { recursive: true }))

describe('the built inbox', () => {
  it('has hashed assets, no inline script and a place for the nonce', async () => {
    const folder = await buildInbox(cache)
    const html = await readFile(join(folder, 'index.html'), 'utf8')
    expect(html).toContain('<meta name="csp-nonce" content="__CSP_NONCE__" />')
    expect(html).toMatch(/<script type="module" crossorigin src="\/inbox\/assets\/[\w-]+\.js"><\/script>/)
    expect(html.match(/<script/g)).toHaveLength(1)
    for (const name of await readdir(join(folder, 'assets'))) expect(name).toMatch(/-[\w-]{8}\.(js|css|svg)$/)
  })

  it('is built once for the same sources, and the build before goes', async () => {
    const folder = await buildInbox(cache)
    await writeFile(join(folder, 'index.html'), 'kept')
    await writeFile(join(cache, 'inbox-0123456789abcdef'), 'old')
    await writeFile(join(cache, 'theirs'), 'not ours')
    expect(await buildInbox(cache)).toBe(folder)
    expect(await readFile(join(folder, 'index.html'), 'utf8')).toBe('kept')
    expect((await readdir(cache)).filter((name) => join(cache, name) !== folder)).toEqual(['theirs'])
  })
})

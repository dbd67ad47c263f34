import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const SOURCES = join(import.meta.dirname, 'widget')
const ENTRY = join(SOURCES, 'element.ts')
const CACHED = /^okno-[0-9a-f]{16}\.js$/

export interface WidgetScript {
  /** Of its sources: changes exactly when the script does. */
  readonly hash: string
  readonly plain: Buffer
  readonly gzipped: Buffer
}

/**
 * The widget as one minified script. Bundled when the sources changed since the last time, which is
 * kept in `cacheFolder`; the bundler is loaded only then.
 */
export async function bundleWidget(cacheFolder: string): Promise<WidgetScript> {
  const hash = await hashOfSources()
  const name = `okno-${hash}.js`
  await mkdir(cacheFolder, { recursive: true })
  const plain = (await readCached(join(cacheFolder, name))) ?? (await build(cacheFolder, name))
  return { hash, plain, gzipped: gzipSync(plain, { level: 9 }) }
}

async function hashOfSources(): Promise<string> {
  const names = await readdir(SOURCES, { recursive: true })
  const hash = createHash('sha256')
  for (const name of names.filter((each) => each.endsWith('.ts') && !each.endsWith('.test.ts')).sort()) {
    const source = await readFile(join(SOURCES, name))
    hash.update(`${name}\0${source.length}\0`).update(source)
  }
  return hash.digest('hex').slice(0, 16)
}

async function readCached(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path)
  } catch {
    return undefined
  }
}

async function build(cacheFolder: string, name: string): Promise<Buffer> {
  const { rolldown } = await import('rolldown')
  const bundle = await rolldown({
    input: ENTRY,
    platform: 'browser',
    logLevel: 'silent',
    transform: { target: 'es2022' },
  })
  const { output } = await bundle.generate({
    format: 'esm',
    minify: true,
    codeSplitting: false,
    // Its default is a regular expression, which the bundler does not recognise under Jest.
    sourcemapIgnoreList: false,
  })
  await bundle.close()
  const code = Buffer.from(output[0].code)
  await keep(cacheFolder, name, code)
  return code
}

/** Renamed into place, so that a second process never reads half a script; older scripts go. */
async function keep(cacheFolder: string, name: string, code: Buffer): Promise<void> {
  const draft = await mkdtemp(join(cacheFolder, 'draft-'))
  await writeFile(join(draft, name), code)
  await rename(join(draft, name), join(cacheFolder, name))
  await rm(draft, { recursive: true })
  for (const old of await readdir(cacheFolder)) {
    if (old !== name && CACHED.test(old)) await rm(join(cacheFolder, old), { force: true })
  }
}

import { createHash } from 'node:crypto'
import { access, mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { BuildWork } from './build-worker.ts'

const SOURCES = join(import.meta.dirname, 'web')
const PROTOCOL = join(import.meta.dirname, 'protocol.ts')
/** Holds the exact versions of everything the page is made of. */
const PACKAGE = join(import.meta.dirname, '..', '..', 'package.json')
const BUILT = /^inbox-[0-9a-f]{16}$/

/**
 * The operators' page, built into a folder of its own under `cacheFolder`, which it returns. Built only
 * when the sources changed since the last time; an older build goes. The bundler is loaded only then, and gone after.
 * In `index.html` the server puts the nonce of its answer in the place of `__CSP_NONCE__`.
 */
export async function buildInbox(cacheFolder: string): Promise<string> {
  const name = `inbox-${await hashOfSources()}`
  const folder = join(cacheFolder, name)
  await mkdir(cacheFolder, { recursive: true })
  if (!(await exists(join(folder, 'index.html')))) await buildInto(cacheFolder, folder)
  await removeOthers(cacheFolder, name)
  return folder
}

async function hashOfSources(): Promise<string> {
  const names = await readdir(SOURCES, { recursive: true, withFileTypes: true })
  const sources = names
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  const hash = createHash('sha256')
  for (const path of [...sources, PROTOCOL, PACKAGE]) {
    const source = await readFile(path)
    hash.update(`${path.slice(SOURCES.length)}\0${source.length}\0`).update(source)
  }
  return hash.digest('hex').slice(0, 16)
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path)
    return true
  } catch {
    return false
  }
}

/** Renamed into place, so that a second process never serves half a page. */
async function buildInto(cacheFolder: string, folder: string): Promise<void> {
  const draft = await mkdtemp(join(cacheFolder, 'inbox-draft-'))
  try {
    await buildApart({ sources: SOURCES, folder: join(draft, 'page') })
    await rename(join(draft, 'page'), folder)
  } catch (error) {
    // Somebody else may have been quicker.
    if (!(await exists(join(folder, 'index.html')))) throw error
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

/** In a thread of its own, with which the bundler's memory goes. Whatever NODE_ENV is here: operators get React's production build. */
function buildApart(work: BuildWork): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./build-worker.ts', import.meta.url), {
      workerData: work,
      env: { NODE_ENV: 'production' },
    })
    worker.once('error', reject)
    worker.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`exit ${code}`))))
  })
}

async function removeOthers(cacheFolder: string, name: string): Promise<void> {
  for (const old of await readdir(cacheFolder)) {
    if (old !== name && BUILT.test(old)) await rm(join(cacheFolder, old), { recursive: true, force: true })
  }
}

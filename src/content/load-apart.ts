import { Worker } from 'node:worker_threads'
import { fault } from './fault.ts'
import { freeze } from './freeze.ts'
import type { LoadedContent } from './load.ts'
import { TOP } from './read-text.ts'

/** What a load gets before it is given up: content is small, whatever needs more is a mistake or an attack. */
const MAX_MEGABYTES = 512
const MAX_MS = 30_000

/**
 * `loadContent` in a thread of its own, so that no citizen waits while files are read, and no file can
 * exhaust the memory of a gateway that has good content.
 */
export function loadApart(folder: string, now?: number): Promise<LoadedContent> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./load-worker.ts', import.meta.url), {
      workerData: { folder, now },
      resourceLimits: { maxOldGenerationSizeMb: MAX_MEGABYTES },
    })
    const timer = setTimeout(() => end(failed('ETIMEDOUT')), MAX_MS).unref()
    const end = (loaded: LoadedContent) => {
      clearTimeout(timer)
      resolve(loaded)
      void worker.terminate()
    }
    worker.once('message', (loaded: LoadedContent) => end(freeze(loaded)))
    worker.once('error', (error) => end(failed(String(error))))
    worker.once('exit', (code) => end(failed(`exit ${code}`)))
  })
}

function failed(why: string): LoadedContent {
  return { ok: false, faults: [fault('.', TOP, 'LOAD_FAILED', { why })], warnings: [] }
}

import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { CalibrationWeights } from './nlu/confidence.ts'
import type { Corpus } from './nlu/corpus.ts'

const FILE = 'calibration.json'
/** Grows when understanding weighs anything in another way: what was fitted before then no longer fits. */
const METHOD = 1

/**
 * The calibration of a content's version: fitted once, in a thread of its own, and kept in the data
 * folder. It is most of what learning costs, and nobody should wait for it at a restart.
 */
export async function calibrationOf(
  version: string,
  corpus: Corpus,
  dataFolder: string,
): Promise<CalibrationWeights> {
  const file = join(dataFolder, FILE)
  const key = `${METHOD} ${version}`
  const kept = await readKept(file)
  if (kept?.key === key) return kept.weights
  const weights = await fitApart(corpus)
  await keep(file, { key, weights }).catch(() => undefined)
  return weights
}

interface Kept {
  readonly key: string
  readonly weights: CalibrationWeights
}

async function readKept(file: string): Promise<Kept | undefined> {
  try {
    const { key, weights } = JSON.parse(await readFile(file, 'utf8')) as Partial<Kept>
    const isWhole = typeof key === 'string' && Array.isArray(weights) && weights.every(Number.isFinite)
    return isWhole ? { key, weights } : undefined
  } catch {
    return undefined
  }
}

async function keep(file: string, kept: Kept): Promise<void> {
  const draft = `${file}.tmp`
  await writeFile(draft, JSON.stringify(kept), { mode: 0o600 })
  await rename(draft, file)
}

function fitApart(corpus: Corpus): Promise<CalibrationWeights> {
  const worker = new Worker(new URL('./calibration-worker.ts', import.meta.url), { workerData: corpus })
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`calibration ended with ${code}`)))
  })
}

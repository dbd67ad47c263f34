import { fork } from 'node:child_process'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CalibrationWeights } from './nlu/confidence.ts'
import type { Corpus } from './nlu/corpus.ts'

const FILE = 'calibration.json'
/** Grows when understanding weighs anything in another way: what was fitted before then no longer fits. */
const METHOD = 1

/** Under way: whoever learns the rest meanwhile loses no time. */
export interface Calibrating {
  readonly weights: Promise<CalibrationWeights>
}

/**
 * The calibration of a content's version: fitted once, in a process of its own, and kept in the data
 * folder. It is most of what learning costs, and nobody should wait for it at a restart.
 */
export async function beginCalibration(
  version: string,
  corpus: Corpus,
  dataFolder: string,
): Promise<Calibrating> {
  const file = join(dataFolder, FILE)
  const key = `${METHOD} ${version}`
  const kept = await readKept(file)
  const weights = kept?.key === key ? Promise.resolve(kept.weights) : fitAndKeep(file, key, corpus)
  // Whoever began it may fail before asking; then nobody else hears of a failure here.
  weights.catch(() => undefined)
  return { weights }
}

async function fitAndKeep(file: string, key: string, corpus: Corpus): Promise<CalibrationWeights> {
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

/** Not in a thread: what a thread took of memory stays with the process, some 70 MB, though it is needed but once. */
function fitApart(corpus: Corpus): Promise<CalibrationWeights> {
  const child = fork(new URL('./calibration-worker.ts', import.meta.url), { serialization: 'advanced' })
  return new Promise((resolve, reject) => {
    child.once('message', (weights) => resolve(weights as unknown as CalibrationWeights))
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`calibration ended with ${code}`)))
    child.send(corpus)
  })
}

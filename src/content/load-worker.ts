import { parentPort, workerData } from 'node:worker_threads'
import { loadContent } from './load.ts'

/** The other side of `load-apart.ts`, in its own thread. */
const { folder, now }: { readonly folder: string; readonly now: number | undefined } = workerData
parentPort?.postMessage(loadContent(folder, now))

import { parentPort, workerData } from 'node:worker_threads'
import type { Corpus } from './nlu/corpus.ts'
import { fitCalibration } from './nlu/learn.ts'

/** The thread of `calibration.ts`: a corpus comes in, its weights go out. */
parentPort?.postMessage(fitCalibration(workerData as Corpus))

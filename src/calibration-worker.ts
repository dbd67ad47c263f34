import type { Corpus } from './nlu/corpus.ts'
import { fitCalibration } from './nlu/learn.ts'

/** The process of `calibration.ts`: a corpus comes in, its weights go out. */
process.once('message', (corpus) => {
  process.send?.(fitCalibration(corpus as Corpus), () => {
    if (process.connected) process.disconnect()
  })
})
// A Ctrl+C reaches the whole group: it is meant for the gateway, which waits for this little while.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined)

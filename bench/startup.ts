import { setTimeout as sleep } from 'node:timers/promises'
import { startPlatform } from './platform.ts'
import type { Subject } from './subject.ts'

/** How long a start takes, ms from the spawn, and what it holds then. */
export interface Start {
  /** Until /healthz answers 200. */
  readonly healthy: number
  /** Until a citizen who wrote before the start has the first reply. */
  readonly replied: number
  /** Resident, MB, a second after. */
  readonly memory: number
}

let starts = 0

/** Starts it before a Telegram of its own in which a message waits, and stops it again. */
export async function startOnce(subject: Subject): Promise<Start> {
  // Telegram never repeats a number; a gateway that was here before would take it for a repetition.
  const platform = await startPlatform(1_000_000 + 1_000 * starts++)
  const waiting = platform.says(1, 'здравствуйте')
  try {
    const running = await subject.start(platform)
    const repliedAt = await waiting.repliedAt
    await sleep(1_000)
    const memory = running.memory()
    await running.stop()
    return { healthy: running.healthyAfter, replied: repliedAt - running.spawnedAt, memory }
  } finally {
    await platform.close()
  }
}

import type { Nudges, NudgeTopic } from '../contracts/nudges.ts'

/** Waits for a nudge, and no longer than a poll's interval: nudges may be lost, polling may not. */
export function createWake(nudges: Nudges, topic: NudgeTopic, stop: AbortSignal) {
  let nudged = false
  let go: (() => void) | undefined
  const wake = () => {
    nudged = true
    go?.()
  }
  const off = nudges.on(topic, wake)
  stop.addEventListener('abort', () => {
    off()
    wake()
  })
  return {
    wake,
    async wait(ms: number): Promise<void> {
      if (!nudged && !stop.aborted && ms > 0) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms)
          go = () => {
            clearTimeout(timer)
            resolve()
          }
        })
        go = undefined
      }
      nudged = false
    },
  }
}

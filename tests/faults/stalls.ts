import { performance } from 'node:perf_hooks'

/** Watches how long the event loop lets others wait. */
export function watchStalls(): { longest(): number; stop(): void } {
  const every = 10
  let last = performance.now()
  let longest = 0
  const timer = setInterval(() => {
    const now = performance.now()
    longest = Math.max(longest, now - last - every)
    last = now
  }, every)
  return {
    longest: () => Math.round(Math.max(longest, performance.now() - last - every)),
    stop: () => clearInterval(timer),
  }
}

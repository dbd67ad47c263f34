import { useSyncExternalStore } from 'react'
import { serverClock } from './server-clock.ts'

const TICK_MS = 1000

const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined
let now = serverClock.now()

function tick(): void {
  now = serverClock.now()
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) timer = setInterval(tick, TICK_MS)
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) clearInterval(timer)
  }
}

/** The server's time, once a second, the same second for the whole page. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now)
}

/** At once: the server's clock was read, and what is on the screen may be wrong. */
export function tickNow(): void {
  tick()
}

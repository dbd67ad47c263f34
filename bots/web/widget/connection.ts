import { backoff } from './backoff.ts'
import type { Device } from './device.ts'
import { createEventReader } from './event-lines.ts'
import { type Item, readItem } from './item.ts'

/**
 * off: nothing to read · joining: on its way, for the first time or again · live: everything comes in ·
 * lost: tried in vain · forbidden: the server does not serve this site.
 */
export type Line = 'off' | 'joining' | 'live' | 'lost' | 'forbidden'

export interface Connection {
  start(): void
  stop(): void
  /** Tries at once, where it would have waited. */
  hurry(): void
}

export interface Listening {
  readonly server: string
  readonly device: Device
  readonly token: () => string | undefined
  /** The last item that was heard. */
  readonly after: () => number
  readonly hear: (item: Item) => void
  /** Everything that was there has been heard. */
  readonly caughtUp: () => void
  readonly changed: (line: Line) => void
}

/** The server's heartbeat comes each 15 s; a line that is silent for longer is dead, ms. */
const SILENCE_MS = 40_000
/** A line that lived for so long had been a good one, ms. */
const GOOD_AFTER_MS = 5000

/** Reads the chat's events for as long as it is started, through every cut. */
export function openConnection(listening: Listening): Connection {
  const { server, device, token, changed } = listening
  let running: AbortController | undefined
  let hurry = () => {}

  async function run(stopped: AbortSignal): Promise<void> {
    let failures = 0
    while (!stopped.aborted) {
      changed(failures === 0 && navigator.onLine ? 'joining' : 'lost')
      const began = device.now()
      const forbidden = await readOnce(listening, stopped).catch(
        () => !stopped.aborted && isForbidden(server),
      )
      if (stopped.aborted) return
      const wasGood = device.now() - began > GOOD_AFTER_MS
      const wait = backoff(wasGood ? 0 : failures, device.chance())
      failures = wasGood ? 1 : failures + 1
      if (forbidden) changed('forbidden')
      else if (failures > 1 || !navigator.onLine) changed('lost')
      await new Promise<void>((resolve) => {
        hurry = resolve
        stopped.addEventListener('abort', () => resolve(), { once: true })
        setTimeout(resolve, wait)
      })
    }
  }

  return {
    start() {
      if (running !== undefined || token() === undefined) return
      running = new AbortController()
      void run(running.signal)
    },
    stop() {
      running?.abort()
      running = undefined
      changed('off')
    },
    hurry: () => hurry(),
  }
}

/** Resolves when the server ends the stream, to whether it does not serve this site; rejects when the line is cut. */
async function readOnce(listening: Listening, stopped: AbortSignal): Promise<boolean> {
  const silent = new AbortController()
  let watch = setTimeout(() => silent.abort(), SILENCE_MS)
  try {
    const response = await fetch(`${listening.server}/chat/events?after=${listening.after()}`, {
      headers: { authorization: `Bearer ${listening.token() ?? ''}` },
      credentials: 'omit',
      cache: 'no-store',
      signal: either(stopped, silent.signal),
    })
    if (response.status === 403) return true
    if (!response.ok || response.body === null) return false
    listening.changed('live')
    const reader = response.body.getReader()
    const decoder = new TextDecoder()
    const events = createEventReader()
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return false
      clearTimeout(watch)
      watch = setTimeout(() => silent.abort(), SILENCE_MS)
      for (const { name, data } of events(decoder.decode(value, { stream: true }))) {
        const item = name === 'message' ? readItem(data) : undefined
        if (item !== undefined) listening.hear(item)
        if (name === 'ready') listening.caughtUp()
      }
    }
  } finally {
    clearTimeout(watch)
  }
}

/** `AbortSignal.any` is younger than many phones. */
function either(...signals: readonly AbortSignal[]): AbortSignal {
  const both = new AbortController()
  for (const signal of signals) {
    if (signal.aborted) both.abort()
    signal.addEventListener('abort', () => both.abort(), { once: true })
  }
  return both.signal
}

/** A refused preflight looks like a cut line; a simple request is told the reason. */
async function isForbidden(server: string): Promise<boolean> {
  if (new URL(server).origin === location.origin || !navigator.onLine) return false
  try {
    const response = await fetch(`${server}/chat/events`, { credentials: 'omit', cache: 'no-store' })
    return response.status === 403
  } catch {
    return false
  }
}

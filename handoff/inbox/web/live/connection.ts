import type { InboxEvent } from '../../protocol.ts'
import { backoff } from './backoff.ts'
import { createEventReader } from './event-lines.ts'
import { createFollower } from './follow.ts'
import type { LineState, LiveMessage } from './message.ts'

/** The one stream of events of this browser. */
export interface Connection {
  readonly state: () => LineState
  /** Begins, or begins again after a session ended; nothing while it runs. */
  readonly start: () => void
  readonly stop: () => void
  /** Does not wait any longer for the next attempt. */
  readonly retry: () => void
}

export interface ConnectionTools {
  /** Opens the stream; the signal ends it. */
  readonly open: (signal: AbortSignal) => Promise<Response>
  readonly chance: () => number
}

/** The server says something at least this often, if only that it lives, ms. */
const SILENCE_MS = 60_000

export function createConnection(tell: (message: LiveMessage) => void, tools: ConnectionTools): Connection {
  let state: LineState = 'ended'
  let running: AbortController | undefined
  let hurry: () => void = () => undefined

  function become(next: LineState): void {
    if (next === state) return
    state = next
    tell({ kind: 'state', state })
  }
  function pass(message: LiveMessage): void {
    if (message.kind === 'state') become(message.state)
    else tell(message)
  }
  async function run(signal: AbortSignal): Promise<void> {
    let failures = 0
    while (!signal.aborted) {
      const wasOpen = await listen(tools.open, pass, signal)
      if (signal.aborted) return
      if (state === 'ended') break
      failures = wasOpen ? 0 : failures + 1
      become('lost')
      await new Promise<void>((resolve) => {
        hurry = resolve
        setTimeout(resolve, backoff(failures, tools.chance()))
      })
    }
    running = undefined
  }

  return {
    state: () => state,
    start() {
      if (running !== undefined) return
      running = new AbortController()
      become('connecting')
      void run(running.signal)
    },
    stop() {
      running?.abort()
      running = undefined
      hurry()
      become('ended')
    },
    retry: () => hurry(),
  }
}

/** Reads one stream to its end, however it ends. Says whether it ever was open. */
async function listen(
  open: ConnectionTools['open'],
  pass: (message: LiveMessage) => void,
  signal: AbortSignal,
): Promise<boolean> {
  const silence = new AbortController()
  let alarm = setTimeout(() => silence.abort(), SILENCE_MS)
  let wasOpen = false
  try {
    const response = await open(AbortSignal.any([signal, silence.signal]))
    if (response.status === 401) pass({ kind: 'state', state: 'ended' })
    if (!response.ok || response.body === null) return false
    wasOpen = true
    const read = createEventReader()
    const follow = createFollower()
    for await (const piece of pieces(response.body)) {
      clearTimeout(alarm)
      alarm = setTimeout(() => silence.abort(), SILENCE_MS)
      for (const data of read(piece)) follow(JSON.parse(data) as InboxEvent).forEach(pass)
    }
  } catch {
    // Cut off, silent or unreadable: all the same, it is opened again.
  } finally {
    clearTimeout(alarm)
    silence.abort()
  }
  return wasOpen
}

async function* pieces(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    yield decoder.decode(value, { stream: true })
  }
}

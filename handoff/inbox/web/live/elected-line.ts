import type { Line, Listener } from './line.ts'
import type { LiveMessage, LiveRequest } from './message.ts'
import { createSwitchboard, type Switchboard } from './switchboard.ts'

const NAME = 'okno-live'

/**
 * Without shared workers (some phones) one tab, elected by a lock, holds the connection and tells the
 * others; when it goes, the lock falls to the next. Whoever asked for a start repeats it to the new one.
 */
export function openElectedLine(listener: Listener): Line {
  const down = new BroadcastChannel(`${NAME}-down`)
  const up = new BroadcastChannel(`${NAME}-up`)
  const election = new AbortController()
  let switchboard: Switchboard | undefined
  let isWanted = false
  let resign: () => void = () => undefined

  down.addEventListener('message', ({ data }: MessageEvent<LiveMessage>) => listener(data))
  up.addEventListener('message', ({ data }: MessageEvent<LiveRequest>) => switchboard?.ask(data))

  function lead(): Promise<void> {
    switchboard = createSwitchboard((message) => {
      down.postMessage(message)
      listener(message)
    })
    if (isWanted) switchboard.ask('start')
    return new Promise((resolve) => {
      resign = resolve
    })
  }
  navigator.locks.request(NAME, { signal: election.signal }, lead).catch(() => undefined)

  return {
    ask(request) {
      if (request === 'start') isWanted = true
      if (request === 'stop') isWanted = false
      if (switchboard === undefined) up.postMessage(request)
      else switchboard.ask(request)
    },
    close() {
      election.abort()
      switchboard?.ask('stop')
      resign()
      down.close()
      up.close()
    },
  }
}

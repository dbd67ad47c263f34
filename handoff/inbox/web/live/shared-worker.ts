import type { LiveMessage, LiveRequest } from './message.ts'
import { createSwitchboard } from './switchboard.ts'

/**
 * One worker for all tabs of a browser, so that they need one connection together: HTTP/1.1 allows six
 * to a server, and seven tabs would otherwise starve.
 */
const ports = new Set<MessagePort>()

const switchboard = createSwitchboard((message: LiveMessage) => {
  for (const port of ports) port.postMessage(message)
})

self.addEventListener('connect', (event) => {
  const [port] = (event as MessageEvent).ports
  if (port === undefined) return
  ports.add(port)
  port.addEventListener('message', ({ data }: MessageEvent<LiveRequest>) => {
    if (data === 'bye') ports.delete(port)
    else switchboard.ask(data)
  })
  port.start()
})

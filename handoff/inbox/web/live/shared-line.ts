import type { Line, Listener } from './line.ts'
import type { LiveMessage } from './message.ts'

/** By the shared worker. */
export function openSharedLine(listener: Listener): Line {
  const worker = new SharedWorker(new URL('./shared-worker.ts', import.meta.url), {
    type: 'module',
    name: 'okno-live',
  })
  const { port } = worker
  port.addEventListener('message', ({ data }: MessageEvent<LiveMessage>) => listener(data))
  port.start()
  const bye = () => port.postMessage('bye')
  window.addEventListener('pagehide', bye)
  return {
    ask: (request) => port.postMessage(request),
    close() {
      window.removeEventListener('pagehide', bye)
      bye()
      port.close()
    },
  }
}

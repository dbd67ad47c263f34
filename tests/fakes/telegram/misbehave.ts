import type { ServerResponse } from 'node:http'
import type { Fault } from './faults.ts'

/** Answers as a fault has it; `answer` is what would have been said. Returns when nothing more follows. */
export function misbehave(
  response: ServerResponse,
  fault: Exclude<Fault, { kind: 'refuse' | 'slow' }>,
  answer: string,
): void {
  switch (fault.kind) {
    case 'hang':
      return
    case 'reset':
      response.socket?.resetAndDestroy()
      return
    case 'html':
      response.writeHead(fault.status ?? 502, {
        'content-type': 'text/html',
        ...(fault.location === undefined ? {} : { location: fault.location }),
      })
      response.end('<html><head><title>502 Bad Gateway</title></head></html>')
      return
    case 'truncated':
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length + 100 })
      response.write(answer.slice(0, answer.length / 2), () => response.destroy())
      return
    case 'garbage':
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end('null')
      return
  }
}

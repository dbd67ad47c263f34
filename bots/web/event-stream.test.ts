import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { describe, expect, it } from '@jest/globals'
import type { FeedItem } from '../../src/contracts/feed.ts'
import { openStream } from './event-stream.ts'

/** A chat without end, every item 200 kB long. */
function endless(asked: number[]) {
  return async (after: number, limit: number): Promise<FeedItem[]> => {
    asked.push(after)
    const text = 'х'.repeat(100_000)
    return Array.from({ length: limit }, (_, i) => {
      return { seq: after + i + 1, at: 0, author: 'bot', key: undefined, text, choices: [] }
    })
  }
}

describe('a stream of events', () => {
  it('is cut for a reader who takes nothing, before much is read for it', async () => {
    const asked: number[] = []
    const server = createServer((_request, response) => {
      const { end } = openStream(response, endless(asked), 0, 200)
      response.once('close', end)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
    socket.pause()
    socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n')
    const [, response] = (await once(server, 'request')) as [unknown, ServerResponse]
    await once(response, 'close')
    expect(response.writableFinished).toBe(false)
    expect(asked.length).toBeLessThanOrEqual(2)
    socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  })
})

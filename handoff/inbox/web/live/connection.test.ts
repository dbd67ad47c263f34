import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import type { InboxEvent } from '../../protocol.ts'
import { ticket } from '../queue/example-ticket.ts'
import { type Connection, createConnection } from './connection.ts'
import type { LiveMessage } from './message.ts'

/** A server whose streams are opened, written and cut by hand. */
function stage() {
  const told: LiveMessage[] = []
  const streams: ReadableStreamDefaultController<Uint8Array>[] = []
  let status = 200
  const connection = createConnection((message) => told.push(message), {
    chance: () => 1,
    open: async (signal) => {
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          streams.push(controller)
          signal.addEventListener('abort', () => controller.error(signal.reason))
        },
      })
      return new Response(status === 200 ? body : null, { status })
    },
  })
  const say = async (...events: InboxEvent[]) => {
    for (const event of events) {
      streams.at(-1)?.enqueue(new TextEncoder().encode(`data: ${JSON.stringify(event)}\n\n`))
    }
    await settle()
  }
  const cut = async () => {
    streams.at(-1)?.error(new Error('cut'))
    await settle()
  }
  const answerWith = (next: number) => {
    status = next
  }
  return { told, streams, connection, say, cut, answerWith }
}

const settle = async () => {
  for (let i = 0; i < 5; i++) await jest.advanceTimersByTimeAsync(0)
}
const states = (told: readonly LiveMessage[]) =>
  told.flatMap((message) => (message.kind === 'state' ? [message.state] : []))

let connection: Connection | undefined
beforeEach(() => {
  jest.useFakeTimers()
})
afterEach(() => {
  connection?.stop()
  jest.useRealTimers()
})

describe('the connection', () => {
  it('is open after the hello and passes tickets on', async () => {
    const s = stage()
    connection = s.connection
    connection.start()
    await settle()
    await s.say({ kind: 'hello', seq: 0, now: 5 }, { kind: 'ticket', seq: 1, ticket: ticket({ id: 3 }) })
    expect(states(s.told)).toEqual(['connecting', 'open'])
    expect(s.told).toContainEqual({ kind: 'ticket', ticket: ticket({ id: 3 }) })
  })

  it('opens again after a cut, and then everything is fetched', async () => {
    const s = stage()
    connection = s.connection
    connection.start()
    await settle()
    await s.say({ kind: 'hello', seq: 0, now: 5 })
    await s.cut()
    expect(connection.state()).toBe('lost')
    await jest.advanceTimersByTimeAsync(500)
    await settle()
    await s.say({ kind: 'hello', seq: 0, now: 9 })
    expect(connection.state()).toBe('open')
    expect(s.told.filter(({ kind }) => kind === 'refetch')).toHaveLength(2)
  })

  it('takes a line that fell silent for a cut one', async () => {
    const s = stage()
    connection = s.connection
    connection.start()
    await settle()
    await s.say({ kind: 'hello', seq: 0, now: 5 })
    await jest.advanceTimersByTimeAsync(60_000)
    await settle()
    expect(connection.state()).toBe('lost')
  })

  it('waits when the session ended, until it is started again', async () => {
    const s = stage()
    connection = s.connection
    s.answerWith(401)
    connection.start()
    await settle()
    expect(connection.state()).toBe('ended')
    await jest.advanceTimersByTimeAsync(60_000)
    expect(s.streams).toHaveLength(1)
    s.answerWith(200)
    connection.start()
    await settle()
    await s.say({ kind: 'hello', seq: 0, now: 5 })
    expect(connection.state()).toBe('open')
  })

  it('does not wait any longer when told so', async () => {
    const s = stage()
    connection = s.connection
    s.answerWith(503)
    connection.start()
    await settle()
    expect(s.streams).toHaveLength(1)
    connection.retry()
    await settle()
    expect(s.streams).toHaveLength(2)
  })
})

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parseObject, readBody } from './body.ts'
import type { ChatState } from './chats.ts'
import type { FaultOrder } from './faults.ts'
import type { FakeTelegram } from './server.ts'
import type { Happening } from './update.ts'

export interface Control {
  readonly url: string
  close(): Promise<void>
}

/**
 * Drives a fake from another process, over HTTP of its own so that faults do not befall it:
 *
 * - `POST /control/push` `{ "updates": [...] }` → `{ "updateIds": [...] }`
 * - `POST /control/faults` `{ "orders": [...] }`, `DELETE /control/faults`
 * - `POST /control/chats` `{ "chat": 1, "state": "blocked" }`
 * - `GET /control/counts`: how much is pending, acknowledged, received
 * - `GET /control/ledger`: everything; `DELETE /control/ledger` forgets it
 */
export async function startControl(fake: FakeTelegram, port = 0): Promise<Control> {
  const server = createServer((request, response) => {
    handle(fake, request).then(
      (body) => answer(response, 200, body),
      (error: unknown) => answer(response, 400, { error: String(error) }),
    )
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const address = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${address.port}`,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function handle(fake: FakeTelegram, request: IncomingMessage): Promise<unknown> {
  const body = parseObject(
    await readBody(request).then((bytes) => (bytes.length === 0 ? Buffer.from('{}') : bytes)),
  )
  switch (`${request.method} ${request.url}`) {
    case 'POST /control/push': {
      const { updates } = body as { readonly updates: readonly Happening[] }
      return { updateIds: fake.push(...updates).map((update) => update.update_id) }
    }
    case 'POST /control/faults':
      fake.faults.order(...(body as { readonly orders: readonly FaultOrder[] }).orders)
      return {}
    case 'DELETE /control/faults':
      fake.faults.clear()
      return {}
    case 'POST /control/chats': {
      const { chat, state } = body as { readonly chat: number; readonly state: ChatState }
      fake.chats.set(chat, state)
      return {}
    }
    case 'GET /control/counts':
      return counts(fake)
    case 'GET /control/ledger':
      return {
        updates: [...fake.ledger.updates.values()],
        messages: fake.ledger.messages,
        calls: fake.ledger.calls,
      }
    case 'DELETE /control/ledger':
      fake.ledger.clear()
      return {}
    default:
      throw new Error(`no such control: ${request.method} ${request.url}`)
  }
}

function counts({ ledger, pending }: FakeTelegram) {
  return {
    pushed: ledger.updates.size,
    pending: pending.size,
    acknowledged: ledger.updates.size - pending.size,
    messages: ledger.messages.length,
    calls: Object.fromEntries(ledger.counts),
  }
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}

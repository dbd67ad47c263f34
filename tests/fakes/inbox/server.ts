import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Me, PromiseFigures } from '../../../handoff/inbox/protocol.ts'
import { DeskRefusal, FakeDesk, type FakeOperator } from './desk.ts'
import { servePage } from './page.ts'
import { answerApi } from './routes.ts'
import { createStreams, type Streams } from './streams.ts'

/** What the screens may meet, changed while they run. */
export interface Troubles {
  /** Every answer of the API comes so much later, ms. */
  delayMs: number
  /** Paths below `api/` that get no answer at all. */
  broken: RegExp | undefined
}

/** An inbox server in memory, for looking at the screens: its whole protocol with invented data. */
export interface FakeInbox {
  readonly url: string
  readonly desk: FakeDesk
  readonly operators: FakeOperator[]
  readonly sessions: Map<string, string>
  readonly links: Map<string, string | undefined>
  readonly streams: Streams
  readonly troubles: Troubles
  promise: PromiseFigures
  close(): Promise<void>
}

export async function startFakeInbox(page: string, port = 0): Promise<FakeInbox> {
  const streams = createStreams()
  const server = createServer((request, response) => {
    handle(fake, page, request, response).catch(() => response.destroy())
  })
  const fake: Omit<FakeInbox, 'url'> & { url: string } = {
    url: '',
    desk: new FakeDesk(streams.tell),
    operators: [],
    sessions: new Map(),
    links: new Map(),
    streams,
    troubles: { delayMs: 0, broken: undefined },
    promise: NOTHING_MEASURED,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const address = server.address() as AddressInfo
  fake.url = `http://localhost:${address.port}`
  return fake
}

const NOTHING_MEASURED: PromiseFigures = {
  since: 0,
  tickets: 0,
  p50: 0,
  p95: 0,
  p99: 0,
  worst: 0,
  late: 0,
  claimP50: undefined,
  claimP95: undefined,
}

async function handle(fake: FakeInbox, page: string, request: IncomingMessage, response: ServerResponse) {
  const { pathname } = new URL(request.url ?? '/', fake.url)
  if (!pathname.startsWith('/inbox/api/')) return servePage(page, pathname, response)
  const path = pathname.slice('/inbox/api/'.length)
  await sleep(fake.troubles.delayMs)
  if (fake.troubles.broken?.test(path) === true) return response.destroy()
  const session = /okno_session=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1] ?? ''
  const operator = fake.operators.find(({ row }) => row.id === fake.sessions.get(session))
  try {
    if (path === 'events') {
      if (operator === undefined) throw new DeskRefusal(401, 'not-logged-in')
      return fake.streams.open(response, Date.now())
    }
    const body = request.method === 'POST' ? JSON.parse(await textOf(request)) : {}
    const method = request.method === 'POST' ? 'POST' : 'GET'
    const { answer, entered } = answerApi(fake, { method, path, body, operator })
    if (entered !== undefined) response.setHeader('Set-Cookie', cookieOf(fake, entered))
    if (path === 'logout') fake.sessions.delete(session)
    send(response, 200, answer)
  } catch (error) {
    if (!(error instanceof DeskRefusal)) throw error
    send(response, error.status, error.refusal)
  }
}

function cookieOf(fake: FakeInbox, operator: FakeOperator): string {
  const session = randomUUID()
  fake.sessions.set(session, operator.row.id)
  return `okno_session=${session}; Path=/; HttpOnly; SameSite=Lax`
}

function send(response: ServerResponse, status: number, answer: object): void {
  response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })
  response.end(JSON.stringify(answer))
}

async function textOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece as Buffer)
  return Buffer.concat(pieces).toString()
}

export function meOf({ row, locale }: FakeOperator): Me {
  const { id, login, name, role } = row
  return { id, login, name, role, locale, idleUntil: Date.now() + 1_800_000, endsAt: Date.now() + 36_000_000 }
}

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { readParams } from './body.ts'
import { type Chats, createChats } from './chats.ts'
import { createFaults, type Fault, type Faults } from './faults.ts'
import { createLedger, type Ledger } from './ledger.ts'
import { runMethod, type World } from './methods.ts'
import { misbehave } from './misbehave.ts'
import { createPendingUpdates, type PendingUpdates } from './pending-updates.ts'
import { createPolls } from './polls.ts'
import { seededRandom } from './random.ts'
import { createRateLimiter, type Rates } from './rates.ts'
import { Refusal } from './refusal.ts'
import { chatOf, type Happening, pressOf, type Update } from './update.ts'
import { createWebhook } from './webhook.ts'
import { startWebhookSender } from './webhook-sender.ts'

export interface FakeTelegramOptions {
  readonly token?: string
  /** 0 or undefined: any free one. */
  readonly port?: number
  readonly seed?: number
  readonly rates?: Rates | undefined
  /** How long a webhook that failed twice is left alone at first, ms. Telegram's own: 2 s. */
  readonly webhookRetryMs?: number
  readonly firstUpdateId?: number
}

/** A Bot API server on loopback: real HTTP, and Telegram's limits enforced. */
export interface FakeTelegram {
  /** For a client's `apiRoot`. */
  readonly url: string
  readonly token: string
  readonly ledger: Ledger
  readonly faults: Faults
  readonly chats: Chats
  readonly pending: PendingUpdates
  /** What `getFile` knows, by `file_id`. */
  readonly files: Map<string, Uint8Array>
  /** Lets things happen; what the bot did not ask for is left out, as by Telegram. */
  push(...happenings: readonly Happening[]): readonly Update[]
  close(): Promise<void>
}

const DEFAULT_TOKEN = '123456:AA-fake_token_of_a_fake_bot_0123456789'

export async function startFakeTelegram(options: FakeTelegramOptions = {}): Promise<FakeTelegram> {
  const { token = DEFAULT_TOKEN, port = 0, seed = 1 } = options
  const faults = createFaults(seededRandom(seed))
  const files = new Map<string, Uint8Array>()
  const world = createWorld(options, files)
  const { ledger, pending, chats, presses, webhook } = world
  const server = createServer({ keepAliveTimeout: 30_000 }, (request, response) => {
    handle(request, response, { token, faults, world }).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const address = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${address.port}`,
    ...{ token, ledger, faults, chats, pending, files },
    push(...happenings) {
      return happenings.flatMap((happening) => {
        const update = pending.push(happening)
        if (update === undefined) return []
        const chat = chatOf(update)
        const press = pressOf(update)
        if (chat !== undefined) chats.open(chat)
        if (press !== undefined) presses.add(press)
        webhook.offer(update)
        return [update]
      })
    },
    async close() {
      webhook.remove()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function createWorld(options: FakeTelegramOptions, files: ReadonlyMap<string, Uint8Array>): World {
  const { rates, webhookRetryMs: retryMs = 2_000, firstUpdateId = 100_000_001 } = options
  const ledger = createLedger()
  const pending = createPendingUpdates(ledger, firstUpdateId)
  const webhook = createWebhook(pending, (target) => startWebhookSender(target, { ledger, pending, retryMs }))
  let lastMessageId = 0
  return {
    ...{ ledger, pending, webhook, files },
    polls: createPolls(pending, ledger, webhook.isSet),
    chats: createChats(),
    rates: createRateLimiter(rates, () => Date.now()),
    presses: new Set(),
    nextMessageId: () => ++lastMessageId,
  }
}

interface Desk {
  readonly token: string
  readonly faults: Faults
  readonly world: World
}

async function handle(request: IncomingMessage, response: ServerResponse, desk: Desk): Promise<void> {
  const { world } = desk
  const [, area, rest = ''] = /^\/(file\/bot|bot)([^?]*)/.exec(request.url ?? '') ?? []
  const [token, ...path] = rest.split('/')
  const name = path.join('/')
  if (area === undefined) return answer(response, refused(new Refusal(404, 'Not Found')))
  if (token !== desk.token) return answer(response, refused(new Refusal(401, 'Unauthorized')))
  if (area === 'file/bot') return answerFile(response, world.files.get(name.replace('documents/', '')))
  world.ledger.counted(name)
  const fault = desk.faults.next(name)
  const gone = new AbortController()
  response.on('close', () => gone.abort())
  const call = () => outcome(request, name, world, gone.signal)
  if (fault === undefined) return answer(response, await call())
  await suffer(response, fault, call, world.ledger)
}

async function suffer(
  response: ServerResponse,
  fault: Fault,
  call: () => Promise<Outcome>,
  ledger: Ledger,
): Promise<void> {
  if (fault.kind === 'refuse') {
    const { code, description = 'Injected', retryAfter } = fault
    return answer(response, refused(new Refusal(code, description, retryAfter)))
  }
  if (fault.kind === 'slow') {
    await sleep(fault.ms)
    return answer(response, await call())
  }
  const before = ledger.messages.length
  const said = fault.when === 'after' ? await call() : refused(new Refusal(500, 'Internal Server Error'))
  for (const message of ledger.messages.slice(before)) message.answered = false
  misbehave(response, fault, JSON.stringify(said.body))
}

interface Outcome {
  readonly status: number
  readonly body: unknown
}

async function outcome(
  request: IncomingMessage,
  method: string,
  world: World,
  gone: AbortSignal,
): Promise<Outcome> {
  try {
    const result = await runMethod(method, await readParams(request), world, gone)
    return { status: 200, body: { ok: true, result } }
  } catch (error) {
    if (error instanceof Refusal) return refused(error)
    throw error
  }
}

function refused({ code, message, retryAfter }: Refusal): Outcome {
  const parameters = retryAfter === undefined ? {} : { parameters: { retry_after: retryAfter } }
  return { status: code, body: { ok: false, error_code: code, description: message, ...parameters } }
}

function answer(response: ServerResponse, { status, body }: Outcome): void {
  const text = JSON.stringify(body)
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
  })
  response.end(text)
}

function answerFile(response: ServerResponse, bytes: Uint8Array | undefined): void {
  response.writeHead(bytes === undefined ? 404 : 200, { 'content-type': 'application/octet-stream' })
  response.end(bytes)
}

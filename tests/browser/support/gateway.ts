import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The whole gateway as an administrator starts it: its own process, a free port, a fresh data folder. */
export interface Gateway {
  readonly url: string
  /** What it has told its administrator so far. */
  printed(): string
  /** As a crash would. */
  kill(): Promise<void>
  /** Again, on the same port and data. */
  start(): Promise<void>
  /** For good, with all its data. */
  remove(): Promise<void>
}

const ROOT = join(import.meta.dirname, '..', '..', '..')
const READY_WITHIN_MS = 20_000

/** The Bot API that the gateway is to serve, and as which bot. */
export interface TelegramAccess {
  readonly url: string
  readonly token: string
}

export async function startGateway(
  origins: readonly string[] = [],
  telegram?: TelegramAccess,
): Promise<Gateway> {
  const folder = await mkdtemp(join(tmpdir(), 'okno-browser-'))
  const settings = join(folder, 'okno.yaml')
  await writeFile(settings, settingsOf(origins, telegram))
  const port = await freePort()
  const url = `http://localhost:${port}`
  let child: ChildProcess | undefined
  let printed = ''

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (child === undefined || child.exitCode !== null) return
    const exited = once(child, 'exit')
    child.kill(signal)
    await exited
    child = undefined
  }
  const gateway: Gateway = {
    url,
    printed: () => printed,
    kill: () => end('SIGKILL'),
    async start() {
      child = spawn(process.execPath, [join(ROOT, 'src', 'main.ts'), 'serve'], {
        env: {
          ...process.env,
          ...{ PORT: String(port), OKNO_DATA: join(folder, 'data'), OKNO_SETTINGS: settings },
          ...(telegram === undefined ? {} : { OKNO_TELEGRAM_TOKEN: telegram.token }),
        },
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      child.stdout?.on('data', (data: Buffer) => {
        printed += data.toString()
      })
      await untilReady(url, child)
    },
    async remove() {
      await end('SIGTERM')
      await rm(folder, { recursive: true })
    },
  }
  try {
    await gateway.start()
    return gateway
  } catch (error) {
    await gateway.remove()
    throw error
  }
}

function settingsOf(origins: readonly string[], telegram: TelegramAccess | undefined): string {
  const telegramSettings = { mode: 'polling', api_root: telegram?.url, per_second: 1000 }
  const channels = {
    web: { origins },
    ...(telegram === undefined ? {} : { telegram: telegramSettings }),
  }
  // What is JSON is YAML too.
  return JSON.stringify({ log: 'warn', channels })
}

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  const deadline = AbortSignal.timeout(READY_WITHIN_MS)
  while (!deadline.aborted) {
    if (child.exitCode !== null) throw new Error(`the gateway ended with code ${child.exitCode}`)
    const ready = await fetch(`${url}/readyz`)
      .then(({ ok }) => ok)
      .catch(() => false)
    if (ready) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('the gateway did not become ready')
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}

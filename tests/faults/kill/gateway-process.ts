import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, openSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ROOT } from '../../architecture/imports.ts'

export interface GatewaySettings {
  readonly name: string
  readonly folder: string
  readonly port: number
  /** Where the platform reaches the gateway. */
  readonly publicUrl: string
  readonly botApi: string
  readonly token: string
  readonly secret: string
  readonly databaseUrl: string | undefined
}

/** One gateway as the operating system runs it, which may be killed and started again. */
export interface GatewayProcess {
  readonly port: number
  /** Starts it and resolves to how long it took to be ready, ms. */
  start(): Promise<number>
  /** SIGKILL, and resolves when it is dead. */
  kill(): Promise<void>
  /** SIGTERM, and resolves to the exit code. */
  stop(): Promise<number | null>
}

const READY_WITHIN_MS = 30_000

export function createGatewayProcess(settings: GatewaySettings): GatewayProcess {
  const { name, folder, port } = settings
  mkdirSync(folder, { recursive: true })
  const settingsFile = join(folder, 'okno.yaml')
  writeFileSync(
    settingsFile,
    `public_url: ${settings.publicUrl}\nlog: info\nchannels:\n  telegram:\n    mode: webhook\n    api_root: ${settings.botApi}\n    per_second: 1000\n`,
  )
  const log = openSync(join(folder, `${name}.log`), 'a')
  let child: ChildProcess | undefined

  async function start(): Promise<number> {
    const began = performance.now()
    child = spawn(process.execPath, [join(ROOT, 'src', 'main.ts'), 'serve'], {
      stdio: ['ignore', log, log],
      env: {
        PATH: process.env['PATH'],
        PORT: String(port),
        HOST: '127.0.0.1',
        OKNO_DATA: join(folder, 'data'),
        OKNO_SETTINGS: settingsFile,
        OKNO_TELEGRAM_TOKEN: settings.token,
        OKNO_TELEGRAM_SECRET: settings.secret,
        ...(settings.databaseUrl !== undefined && { DATABASE_URL: settings.databaseUrl }),
      },
    })
    while (!(await isReady(port))) {
      if (child.exitCode !== null) throw new Error(`${name} ended with ${child.exitCode}; see ${folder}`)
      if (performance.now() - began > READY_WITHIN_MS) throw new Error(`${name} is not ready; see ${folder}`)
      await sleep(20)
    }
    return performance.now() - began
  }

  async function end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    const ending = child
    if (ending === undefined || ending.exitCode !== null || ending.signalCode !== null) return null
    const gone = new Promise<number | null>((resolve) => ending.once('exit', resolve))
    ending.kill(signal)
    return gone
  }

  return { port, start, kill: async () => void (await end('SIGKILL')), stop: () => end('SIGTERM') }
}

async function isReady(port: number): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/healthz`, { signal: AbortSignal.timeout(1_000) })
    return response.ok
  } catch {
    return false
  }
}

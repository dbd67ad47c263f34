import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '../tests/postgres/server.ts'
import type { Platform } from './platform.ts'

const ROOT = join(import.meta.dirname, '..')
const SECRET = 'secret_of_the_bench_0123456789'
const HEALTHY_WITHIN_MS = 30_000

/** What is measured: a bot that can be started before a platform. */
export interface Subject {
  readonly name: string
  start(platform: Platform): Promise<Running>
}

/** A started bot, seen from outside: by its port and by what Linux says of its process. */
export interface Running {
  readonly url: string
  readonly spawnedAt: number
  /** From the spawn to the first 200 of /healthz, ms. */
  readonly healthyAfter: number
  /** Resident memory, MB. */
  memory(): number
  /** Processor time used so far, ms. */
  cpu(): number
  stop(): Promise<void>
}

/** `folder` is made if it is not there; what is in it stays for the next start. */
export function okno(folder: string, databaseUrl: string | undefined, flags: readonly string[]): Subject {
  return {
    name: 'Okno',
    async start({ url, token }) {
      const port = await freePort()
      mkdirSync(folder, { recursive: true })
      const settings = join(folder, 'okno.yaml')
      writeFileSync(
        settings,
        `public_url: http://127.0.0.1:${port}\nlog: info\nchannels:\n  telegram:\n    mode: webhook\n    api_root: ${url}\n    per_second: 10000\n`,
      )
      return await run([...flags, join(ROOT, 'src/main.ts'), 'serve'], port, folder, {
        OKNO_DATA: join(folder, 'data'),
        OKNO_SETTINGS: settings,
        OKNO_TELEGRAM_TOKEN: token,
        OKNO_TELEGRAM_SECRET: SECRET,
        ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
      })
    },
  }
}

export function echoBot(folder: string): Subject {
  return {
    name: 'echo bot',
    async start({ url, token }) {
      const port = await freePort()
      mkdirSync(folder, { recursive: true })
      return await run([join(ROOT, 'bench/echo-bot.ts')], port, folder, {
        BOT_API: url,
        BOT_TOKEN: token,
        PUBLIC_URL: `http://127.0.0.1:${port}/webhook`,
        SECRET,
      })
    },
  }
}

async function run(
  args: readonly string[],
  port: number,
  folder: string,
  env: Readonly<Record<string, string>>,
): Promise<Running> {
  const log = openSync(join(folder, 'bench.log'), 'a')
  const spawnedAt = performance.now()
  const child = spawn(process.execPath, args, {
    cwd: folder,
    stdio: ['ignore', log, log],
    env: { PATH: process.env['PATH'], HOST: '127.0.0.1', PORT: String(port), ...env },
  })
  await healthy(child, port, folder)
  const healthyAfter = performance.now() - spawnedAt
  return {
    url: `http://127.0.0.1:${port}`,
    spawnedAt,
    healthyAfter,
    memory: () => Number(/VmRSS:\s+(\d+)/.exec(proc(child, 'status'))?.[1]) / 1024,
    cpu: () => cpuOf(proc(child, 'stat')),
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await gone
    },
  }
}

async function healthy(child: ChildProcess, port: number, folder: string): Promise<void> {
  const until = performance.now() + HEALTHY_WITHIN_MS
  while (!(await answers(port))) {
    if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}; see ${folder}/bench.log`)
    if (performance.now() > until) throw new Error(`it is not healthy; see ${folder}/bench.log`)
    await sleep(5)
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const asked = get(
      { host: '127.0.0.1', port, path: '/healthz', agent: false, timeout: 1_000 },
      (response) => {
        response.resume()
        resolve(response.statusCode === 200)
      },
    )
    asked.on('error', () => resolve(false))
    asked.on('timeout', () => asked.destroy())
  })
}

const proc = (child: ChildProcess, what: 'status' | 'stat'): string =>
  readFileSync(`/proc/${child.pid}/${what}`, 'utf8')

/** Linux counts in hundredths of a second: user and system time are the 14th and 15th field. */
function cpuOf(stat: string): number {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}

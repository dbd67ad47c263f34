import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { until } from '../../until.ts'
import { ROOT } from './house.ts'

export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  /** Standard output, for people. */
  readonly out: string
  /** Standard error: faults and the log. */
  readonly err: string
}

/** The program as an administrator runs it, in a process of its own. */
export interface Okno {
  out(): string
  err(): string
  /** Waits for the words on standard output; fails when the process ends before. */
  says(words: string): Promise<void>
  /** Its address, once it is ready. */
  url(): Promise<string>
  signal(signal: NodeJS.Signals): void
  readonly ended: Promise<Ended>
}

type Environment = Readonly<Record<string, string>>

/** Starts it, for as long as a test may want it. */
export const okno = (args: readonly string[], env: Environment = {}): Okno => watched(spawned(args, env))

/** Runs it to its end. */
export async function ran(args: readonly string[], env: Environment = {}, input = ''): Promise<Ended> {
  const child = spawned(args, env)
  // A program that fails at once does not read what it is told.
  child.stdin.on('error', () => undefined)
  child.stdin.end(input)
  return watched(child).ended
}

/** No process outlives a test that failed. */
const AT_MOST_MS = 60_000

function spawned(args: readonly string[], env: Environment): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [join(ROOT, 'src', 'main.ts'), ...args], {
    env: { PATH: process.env['PATH'] ?? '', PORT: '0', HOST: '127.0.0.1', ...env },
    ...{ timeout: AT_MOST_MS, killSignal: 'SIGKILL' },
  })
}

function watched(child: ChildProcessWithoutNullStreams): Okno {
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk
  })
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk
  })
  let hasEnded = false
  const ended = once(child, 'close').then(([code, signal]): Ended => {
    hasEnded = true
    return { code, signal, out, err }
  })
  const says = (words: string) =>
    until(`it says «${words}»`, () => {
      if (hasEnded && !out.includes(words))
        throw new Error(`it ended before it said «${words}»:\n${out}${err}`)
      return out.includes(words)
    })
  return {
    out: () => out,
    err: () => err,
    says,
    async url() {
      await says('Ctrl+C')
      return /http:\/\/localhost:\d+/.exec(out)?.[0] ?? ''
    },
    signal: (signal) => void child.kill(signal),
    ended,
  }
}

import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Asked, Told } from './gateway.ts'

const SCRIPT = join(import.meta.dirname, 'gateway.ts')

/** A process of `gateway.ts`, and what it has told. */
export class GatewayProcess {
  readonly told: Told[] = []
  /** How it ended; undefined while it runs. */
  exit: { readonly code: number | null; readonly signal: string | null } | undefined
  readonly #child: ChildProcess

  constructor(url: string, name: string) {
    this.#child = fork(SCRIPT, [url, name], { execArgv: ['--disable-warning=ExperimentalWarning'] })
    this.#child.on('message', (told) => this.told.push(told as Told))
    this.#child.on('exit', (code, signal) => {
      this.exit = { code, signal }
    })
  }

  ask(asked: Asked): void {
    this.#child.send(asked)
  }

  /** What it told of one kind. */
  all(tells: 'kept' | 'refused' | 'broken'): string[] {
    return this.told.flatMap((each) => (each.tells === tells && 'what' in each ? [each.what] : []))
  }

  answered(): string[] {
    return this.told.flatMap((each) => (each.tells === 'answered' ? each.keys : []))
  }

  count(tells: Told['tells']): number {
    return this.told.filter((each) => each.tells === tells).length
  }

  async leave(): Promise<void> {
    if (this.exit !== undefined) return
    const exited = once(this.#child, 'exit')
    this.ask({ ask: 'leave' })
    await exited
  }

  kill(): void {
    this.#child.kill('SIGKILL')
  }
}

/** Waits until something is so; rejects after `within` ms, naming it. Resolves to how long it took. */
export async function until(
  what: string,
  isSo: () => boolean | Promise<boolean>,
  within: number,
): Promise<number> {
  const began = performance.now()
  while (!(await isSo())) {
    if (performance.now() - began > within) throw new Error(`${what}: not within ${within} ms`)
    await sleep(20)
  }
  return Math.round(performance.now() - began)
}

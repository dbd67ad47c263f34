import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { ROOT } from '../../architecture/imports.ts'
import type { FaultOrder } from '../../fakes/telegram/faults.ts'
import type { OtherCall, ReceivedMessage, SentUpdate } from '../../fakes/telegram/ledger.ts'
import type { Happening, Update } from '../../fakes/telegram/update.ts'

/** The fake Telegram in a process of its own: it outlives every gateway, as the real one does. */
export interface Platform {
  readonly url: string
  readonly token: string
  push(updates: readonly Happening[]): Promise<readonly number[]>
  befall(orders: readonly FaultOrder[]): Promise<void>
  heal(): Promise<void>
  counts(): Promise<{ readonly pushed: number; readonly pending: number; readonly messages: number }>
  ledger(): Promise<{
    readonly updates: readonly (SentUpdate & { readonly update: Update })[]
    readonly messages: readonly ReceivedMessage[]
    readonly calls: readonly OtherCall[]
  }>
  stop(): void
}

export async function startPlatform(seed: number, webhookRetryMs = 200): Promise<Platform> {
  const child = spawn(
    process.execPath,
    [
      join(ROOT, 'tests/fakes/telegram/main.ts'),
      '--seed',
      String(seed),
      '--webhook-retry-ms',
      String(webhookRetryMs),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const lines = createInterface({ input: child.stdout })
  const [line] = (await once(lines, 'line')) as [string]
  const { url, token, control } = JSON.parse(line) as { url: string; token: string; control: string }

  async function ask<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
    const response = await fetch(`${control}/control/${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`the fake refused ${path}: ${await response.text()}`)
    return (await response.json()) as Answer
  }

  return {
    url,
    token,
    push: async (updates) => (await ask<{ updateIds: number[] }>('POST', 'push', { updates })).updateIds,
    befall: (orders) => ask('POST', 'faults', { orders }),
    heal: () => ask('DELETE', 'faults'),
    counts: () => ask('GET', 'counts'),
    ledger: () => ask('GET', 'ledger'),
    stop: () => void child.kill('SIGKILL'),
  }
}

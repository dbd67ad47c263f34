import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { citizen } from './citizen.ts'

interface Started {
  readonly url: string
  readonly token: string
  readonly control: string
}

describe('the fake as a process of its own', () => {
  let process_: ChildProcess
  let started: Started
  beforeEach(async () => {
    const main = join(import.meta.dirname, 'main.ts')
    process_ = spawn(process.execPath, [main, '--seed', '7'], { stdio: ['ignore', 'pipe', 'inherit'] })
    if (process_.stdout === null) throw new Error('no output')
    const [line] = (await once(createInterface(process_.stdout), 'line')) as [string]
    started = JSON.parse(line) as Started
  })
  afterEach(async () => {
    const ended = once(process_, 'exit')
    process_.kill()
    await ended
  })

  const control = async (method: string, path: string, body?: object) => {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) }
    const response = await fetch(`${started.control}/control/${path}`, { method, ...sent })
    return { status: response.status, body: await response.json() }
  }
  const bot = async (method: string, params: object) => {
    const response = await fetch(`${started.url}/bot${started.token}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(params),
    })
    return (await response.json()) as { ok: boolean; result: unknown }
  }

  it('is driven and read by HTTP', async () => {
    const { body } = await control('POST', 'push', { updates: [citizen(42).says('раз')] })
    const { updateIds } = body as { updateIds: [number] }
    const { result } = await bot('getUpdates', {})
    expect(result).toMatchObject([{ update_id: updateIds[0], message: { text: 'раз' } }])
    await control('POST', 'faults', {
      orders: [{ method: 'sendMessage', fault: { kind: 'refuse', code: 500 } }],
    })
    expect(await bot('sendMessage', { chat_id: 42, text: 'да' })).toMatchObject({ ok: false })
    expect(await bot('sendMessage', { chat_id: 42, text: 'да' })).toMatchObject({ ok: true })
    expect(await control('GET', 'ledger')).toMatchObject({
      body: { updates: [{ deliveries: 1 }], messages: [{ chat: '42', text: 'да', answered: true }] },
    })
    expect(await control('GET', 'counts')).toMatchObject({
      body: { pushed: 1, pending: 1, acknowledged: 0, messages: 1, calls: { sendMessage: 2, getUpdates: 1 } },
    })
    expect(await control('GET', 'nothing')).toMatchObject({ status: 400 })
  })
})

import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { readBody } from './body.ts'
import { citizen } from './citizen.ts'
import { type FakeTelegram, startFakeTelegram } from './server.ts'

const ANNA = citizen(42)
const BORIS = citizen(43)

interface Call {
  readonly text: string
  readonly headers: IncomingHttpHeaders
  answer(status: number, headers?: Record<string, string>): void
}

describe('the webhook of the fake', () => {
  let fake: FakeTelegram
  let bot: Server
  let url: string
  let calls: Call[]
  let arrived = Promise.withResolvers<void>()

  beforeEach(async () => {
    fake = await startFakeTelegram({ webhookRetryMs: 5 })
    calls = []
    bot = createServer(async (request, response) => {
      const { message } = JSON.parse((await readBody(request)).toString()) as { message: { text: string } }
      calls.push({
        text: message.text,
        headers: request.headers,
        answer: (status, headers = {}) => response.writeHead(status, headers).end(),
      })
      arrived.resolve()
      arrived = Promise.withResolvers()
    })
    await new Promise<void>((resolve) => bot.listen(0, '127.0.0.1', resolve))
    url = `http://127.0.0.1:${(bot.address() as AddressInfo).port}/`
  })
  afterEach(async () => {
    await fake.close()
    bot.closeAllConnections()
    await new Promise((resolve) => bot.close(resolve))
  })

  const setWebhook = (more: object = {}) =>
    fetch(`${fake.url}/bot${fake.token}/setWebhook`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ url, secret_token: 'S', ...more }),
    })
  const received = async (count: number) => {
    while (calls.length < count) await arrived.promise
    return calls.map(({ text }) => text)
  }
  const drained = async () => {
    while (fake.pending.size > 0) await new Promise((resolve) => setTimeout(resolve, 2))
  }

  it('brings what waits already, with the secret', async () => {
    fake.push(ANNA.says('раз'))
    await setWebhook()
    await received(1)
    expect(calls[0]?.headers).toMatchObject({
      'x-telegram-bot-api-secret-token': 'S',
      'content-type': 'application/json',
    })
    calls[0]?.answer(200)
    await drained()
    expect([...fake.ledger.updates.values()][0]?.acknowledgedAt).not.toBeUndefined()
  })

  it('brings a chat one update after the other, and nobody else waits for it', async () => {
    await setWebhook()
    fake.push(ANNA.says('раз'), ANNA.says('два'), BORIS.says('я'))
    expect(await received(2)).toEqual(['раз', 'я'])
    calls[1]?.answer(200)
    calls[0]?.answer(200)
    expect(await received(3)).toEqual(['раз', 'я', 'два'])
  })

  it('brings no more at once than it was told', async () => {
    await setWebhook({ max_connections: 1 })
    fake.push(ANNA.says('раз'), BORIS.says('я'))
    expect(await received(1)).toEqual(['раз'])
    calls[0]?.answer(200)
    expect(await received(2)).toEqual(['раз', 'я'])
  })

  it('brings an update again and again until it is taken', async () => {
    await setWebhook()
    fake.push(ANNA.says('раз'), ANNA.says('два'))
    for (const status of [500, 503, 404]) {
      await received(calls.length + 1)
      calls.at(-1)?.answer(status)
    }
    expect(await received(4)).toEqual(['раз', 'раз', 'раз', 'раз'])
    calls.at(-1)?.answer(200)
    expect((await received(5)).at(-1)).toBe('два')
  })

  it('goes on as it was when it is told the same again', async () => {
    await setWebhook()
    fake.push(ANNA.says('раз'))
    await received(1)
    await setWebhook()
    calls[0]?.answer(200)
    await drained()
    expect(calls).toHaveLength(1)
  })

  it('refuses a secret with a character that no header may hold', async () => {
    expect((await setWebhook({ secret_token: 'да' })).status).toBe(400)
  })
})

import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { createTelegramChannel } from '../../bots/telegram/channel.ts'
import type { TelegramSettings } from '../../bots/telegram/settings.ts'
import type { Channel } from '../../src/contracts/channel.ts'
import { channelName } from '../../src/core/ids.ts'
import type { Inbound } from '../../src/core/message.ts'
import { fakeClock } from '../fake-clock.ts'
import { readBody } from '../fakes/telegram/body.ts'
import { citizen } from '../fakes/telegram/citizen.ts'
import { type FakeTelegram, startFakeTelegram } from '../fakes/telegram/server.ts'

const ANNA = citizen(42)
const SECRET = 'secret-of-the-webhook_0123456789'
const soon = () => AbortSignal.timeout(5_000)

/** The channel and the fake over real HTTP in both directions, as the gateway would use them. */
describe('Telegram on the wire', () => {
  let fake: FakeTelegram
  let server: Server
  let heard: Inbound[]
  let channel: Channel
  let isDown: boolean

  beforeEach(async () => {
    fake = await startFakeTelegram({ webhookRetryMs: 5 })
    heard = []
    isDown = false
    server = createServer(async (request, response) => {
      response.writeHead(await statusOf(request)).end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  })
  afterEach(async () => {
    await fake.close()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })

  const create = (mode: TelegramSettings['mode']) => {
    const { port } = server.address() as AddressInfo
    channel = createTelegramChannel(
      {
        name: channelName('telegram'),
        token: fake.token,
        apiRoot: fake.url,
        mode: mode.kind === 'webhook' ? { ...mode, url: `http://127.0.0.1:${port}/webhooks/telegram` } : mode,
        perSecond: 25,
        menu: [{ command: 'help', description: { ru: 'Что я умею', en: 'What I can do' } }],
      },
      fakeClock(),
    )
    return channel
  }
  const webhook = () => create({ kind: 'webhook', url: '', secret: SECRET })

  const statusOf = async (request: IncomingMessage) => {
    const { door } = channel
    if (door.kind !== 'webhook' || isDown) return 503
    const headers = request.headers as Record<string, string | undefined>
    const received = door.receive({ headers, query: '', body: await readBody(request) })
    if (received.kind === 'unverified') return 401
    heard.push(...received.events.flatMap((event) => (event.kind === 'inbound' ? [event.inbound] : [])))
    return 200
  }
  const acknowledged = async () => {
    while (fake.pending.size > 0) await new Promise((resolve) => setTimeout(resolve, 2))
  }
  const callsOf = (method: string) =>
    fake.ledger.calls.filter((call) => call.method === method).map(({ params }) => params)

  it('tells Telegram where we are, and then is told what happens', async () => {
    await webhook().prepare?.(soon())
    fake.push(ANNA.says('раз'), ANNA.says('два 🙏'), ANNA.says('три'))
    await acknowledged()
    expect(heard.map((each) => each.kind === 'text' && each.text)).toEqual(['раз', 'два 🙏', 'три'])
    expect(callsOf('setWebhook')).toEqual([
      {
        url: expect.stringContaining('/webhooks/telegram'),
        secret_token: SECRET,
        allowed_updates: ['message', 'edited_message', 'callback_query', 'my_chat_member'],
        max_connections: 40,
      },
    ])
  })

  it('keeps what waits when it changes from a webhook to polling', async () => {
    await webhook().prepare?.(soon())
    isDown = true
    fake.push(ANNA.says('раз'))
    const { door, prepare } = create({ kind: 'polling' })
    if (door.kind !== 'polled') throw new Error(door.kind)
    await expect(door.poll(undefined, soon())).rejects.toMatchObject({ fault: { kind: 'unsent' } })
    await prepare?.(soon())
    expect((await door.poll(undefined, soon())).events).toMatchObject([{ inbound: { text: 'раз' } }])
  })

  it('polls from its cursor, so that each update comes once', async () => {
    const { door } = create({ kind: 'polling' })
    if (door.kind !== 'polled') throw new Error(door.kind)
    fake.push(ANNA.says('раз'), ANNA.says('два'))
    const first = await door.poll(undefined, soon())
    fake.push(ANNA.says('три'))
    const second = await door.poll(first.cursor, soon())
    expect(first.events).toHaveLength(2)
    expect(second.events).toMatchObject([{ inbound: { text: 'три' } }])
    expect([...fake.ledger.updates.values()].map(({ deliveries }) => deliveries)).toEqual([1, 1, 1])
  })

  it('shows the menu in both languages', async () => {
    await create({ kind: 'polling' }).prepare?.(soon())
    expect(callsOf('setMyCommands')).toEqual([
      { commands: [{ command: 'help', description: 'What I can do' }] },
      { commands: [{ command: 'help', description: 'Что я умею' }], language_code: 'ru' },
    ])
  })

  it('leaves a group', async () => {
    create({ kind: 'polling' })
    fake.push(ANNA.saysInGroup(-100_123, 'бот!'))
    const group = { channel: channel.name, chat: '-100123' }
    const leave = () => channel.send(group, { kind: 'leave' }, { key: '1', signal: soon() })
    expect(await leave()).toEqual({ platformId: undefined })
    expect(callsOf('leaveChat')).toEqual([{ chat_id: -100_123 }])
    await expect(leave()).rejects.toMatchObject({ fault: { kind: 'gone' } })
  })

  it('stops the spinner of a pressed button', async () => {
    await webhook().prepare?.(soon())
    fake.push(ANNA.presses('help', 'Помощь'))
    await acknowledged()
    const [press] = heard
    if (press?.kind !== 'choice') throw new Error(press?.kind)
    expect(press).toMatchObject({ choice: 'help', label: 'Помощь' })
    await channel.acknowledge?.(press.acknowledge ?? '', soon())
    expect(callsOf('answerCallbackQuery')).toEqual([{ callback_query_id: press.acknowledge }])
  })

  it('gives the number of the message that it sent', async () => {
    create({ kind: 'polling' })
    fake.chats.open(ANNA.id)
    const part = { kind: 'text', text: 'да', markup: 'none', choices: [], layout: 'none' } as const
    const sent = await channel.send({ channel: channel.name, chat: '42' }, part, { key: '1', signal: soon() })
    expect(sent).toEqual({ platformId: String(fake.ledger.messages[0]?.messageId) })
  })

  it('never writes to a name, which would be a public channel', async () => {
    create({ kind: 'polling' })
    const part = { kind: 'text', text: 'да', markup: 'none', choices: [], layout: 'none' } as const
    const sending = channel.send({ channel: channel.name, chat: '@news' }, part, { key: '1', signal: soon() })
    await expect(sending).rejects.toMatchObject({ fault: { kind: 'invalid' } })
    expect(fake.ledger.counts.size).toBe(0)
  })

  it('takes a page of a proxy that refuses or redirects for a message that was not sent', async () => {
    create({ kind: 'polling' })
    fake.chats.open(ANNA.id)
    const part = { kind: 'text', text: 'да', markup: 'none', choices: [], layout: 'none' } as const
    const send = () => channel.send({ channel: channel.name, chat: '42' }, part, { key: '1', signal: soon() })
    // Followed, it would lead the message to its citizen, and the token to wherever it leads.
    const location = `${fake.url}/bot${fake.token}/sendMessage`
    for (const status of [301, 307, 403, 404, 429]) {
      fake.faults.order({ method: 'sendMessage', fault: { kind: 'html', when: 'before', status, location } })
      await expect(send()).rejects.toMatchObject({ fault: { kind: 'unsent' } })
    }
    expect(fake.ledger.messages).toEqual([])
  })
})

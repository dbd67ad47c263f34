import { createTelegramChannel } from '../../../bots/telegram/channel.ts'
import type { TelegramSettings } from '../../../bots/telegram/settings.ts'
import type { Channel, ChannelEvent, RawRequest } from '../../../src/contracts/channel.ts'
import { channelName } from '../../../src/core/ids.ts'
import type { ChannelUnderTest, Doings, Mishap, Native, Proof } from '../../contracts/channel/platform.ts'
import { citizen } from './citizen.ts'
import type { Fault } from './faults.ts'
import { type FakeTelegram, startFakeTelegram } from './server.ts'
import type { Happening, Update } from './update.ts'

const SECRET = 'secret-of-the-webhook_0123456789'
const ANNA = citizen(42)

const CLOCK = { now: () => Date.now(), monotonic: () => performance.now() }

/** The Telegram channel over the fake, as the contract wants it. */
export async function telegramUnderTest(kind: 'webhook' | 'polling'): Promise<ChannelUnderTest> {
  const nobody = await abandonedUrl()
  const fake = await startFakeTelegram()
  const channelAt = (apiRoot: string, token = fake.token) =>
    createTelegramChannel({ ...settingsOf(kind), apiRoot, token }, CLOCK)
  const channel = channelAt(fake.url)
  fake.chats.open(ANNA.id)
  const carrier = kind === 'webhook' ? webhookCarrier(channel, fake) : pollingCarrier(channel, fake)
  return {
    channel,
    chat: String(ANNA.id),
    citizen: DOINGS,
    ...carrier,
    seen: () =>
      fake.ledger.messages.map(({ text, buttons }) => ({
        text,
        buttons: buttons.map(({ text: label, data: choice }) => ({ label, choice })),
      })),
    befall: (mishap) => fake.faults.order({ method: 'sendMessage', fault: faultOf(mishap) }),
    unreachable: () => channelAt(nobody),
    unauthorised: () => channelAt(fake.url, WRONG_TOKEN),
    secrets: [fake.token, WRONG_TOKEN, SECRET],
    close: () => fake.close(),
  }
}

/** Where a server was, and nobody listens any more. */
async function abandonedUrl(): Promise<string> {
  const gone = await startFakeTelegram()
  await gone.close()
  return gone.url
}

const WRONG_TOKEN = '654321:AA-token_that_was_revoked'

function settingsOf(kind: 'webhook' | 'polling'): TelegramSettings {
  return {
    name: channelName('telegram'),
    token: '',
    apiRoot: undefined,
    mode:
      kind === 'webhook'
        ? { kind, url: 'http://127.0.0.1:8080/webhooks/telegram', secret: SECRET }
        : { kind },
    perSecond: 25,
    menu: [{ command: 'help', description: { ru: 'Что я умею', en: 'What I can do' } }],
  }
}

type Carrier = Pick<ChannelUnderTest, 'deliver' | 'redeliver' | 'request'>

function webhookCarrier({ door }: Channel, fake: FakeTelegram): Carrier {
  if (door.kind !== 'webhook') throw new Error(`the door is ${door.kind}`)
  const request = (body: Uint8Array, proof: Proof): RawRequest => ({
    headers: {
      'content-type': 'application/json',
      ...(proof === 'absent'
        ? {}
        : { 'x-telegram-bot-api-secret-token': proof === 'right' ? SECRET : `${SECRET}!` }),
    },
    query: '',
    body,
  })
  let last: readonly Update[] = []
  const bring = () =>
    last.flatMap((update): readonly ChannelEvent[] => {
      const received = door.receive(request(Buffer.from(JSON.stringify(update)), 'right'))
      return received.kind === 'verified' ? received.events : []
    })
  return {
    request,
    async deliver(...natives) {
      last = fake.push(...natives.map(happening))
      return bring()
    },
    redeliver: async () => bring(),
  }
}

function pollingCarrier({ door }: Channel, fake: FakeTelegram): Carrier {
  if (door.kind !== 'polled') throw new Error(`the door is ${door.kind}`)
  let before: string | undefined
  let after: string | undefined
  const poll = async () => {
    const { events, cursor } = await door.poll(before, AbortSignal.timeout(5_000))
    after = cursor
    return events
  }
  return {
    async deliver(...natives) {
      before = after
      fake.push(...natives.map(happening))
      return await poll()
    },
    redeliver: poll,
  }
}

const happening = (native: Native) => JSON.parse(native) as Happening

const native = (what: Happening): Native => JSON.stringify(what)

const DOINGS: Doings = {
  says: (text) => native(ANNA.says(text)),
  presses: (choice, label) => native(ANNA.presses(choice, label)),
  commands: (command, rest) => native(ANNA.says(`/${command} ${rest}`)),
  edits: (messageId, text) => native(ANNA.edits(Number(messageId), text)),
  sendsFile: (caption, ref) =>
    native(ANNA.sends({ caption, document: { file_id: ref, file_unique_id: 'u', file_name: 'чек.pdf' } })),
  sendsWordless: () => native(ANNA.sends({ sticker: { file_id: 'S', emoji: '🙂' } })),
  speaksInGroup: (text) => native(ANNA.saysInGroup(-100_123, text)),
  blocks: () => native(ANNA.blocks()),
  unserved: () => native({ poll_answer: { poll_id: '1', option_ids: [0] } }),
  corrupt: () => native({ message: { message_id: 'seven', chat: null } }),
}

function faultOf(mishap: Mishap): Fault {
  switch (mishap.kind) {
    case 'rate':
      return {
        kind: 'refuse',
        code: 429,
        description: 'Too Many Requests: retry after 7',
        retryAfter: mishap.retryAfterMs / 1000,
      }
    case 'blocked':
      return { kind: 'refuse', code: 403, description: 'Forbidden: bot was blocked by the user' }
    case 'reset before':
      return { kind: 'reset', when: 'before' }
    case 'reset after':
      return { kind: 'reset', when: 'after' }
    case 'hang':
      return { kind: 'hang', when: 'after' }
    case 'html 502':
      return { kind: 'html', when: 'after' }
    case 'truncated':
      return { kind: 'truncated', when: 'after' }
    case 'garbage':
      return { kind: 'garbage', when: 'after' }
  }
}

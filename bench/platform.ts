import { performance } from 'node:perf_hooks'
import { type CitizenName, citizen } from '../tests/fakes/telegram/citizen.ts'
import { type FakeTelegram, startFakeTelegram } from '../tests/fakes/telegram/server.ts'

/** One message of a citizen's, and when what happened to it. Monotonic ms. */
export interface Said {
  readonly updateId: number
  readonly pushedAt: number
  /** When the first message came back. */
  readonly repliedAt: Promise<number>
}

/** The fake Telegram in this process, with a watch at its doors: every time here is taken outside of what is measured. */
export interface Platform {
  readonly url: string
  readonly token: string
  /** Every message that citizens received. */
  readonly received: () => number
  says(chat: number, text: string, name?: CitizenName): Said
  /** How long the webhook took to answer 200, ms; undefined while it has not. */
  answerTime(updateId: number): number | undefined
  /** Posts of the webhook that were not answered 200 and were repeated. */
  readonly repeats: () => number
  close(): Promise<void>
}

/** Nobody waits longer than this for a reply, ms: then the run is broken. */
const LOST_AFTER_MS = 60_000

export async function startPlatform(firstUpdateId: number): Promise<Platform> {
  const fake = await startFakeTelegram({ firstUpdateId, webhookRetryMs: 100 })
  const posts = watchPosts(fake)
  const waiting = watchReplies(fake)
  return {
    url: fake.url,
    token: fake.token,
    received: () => fake.ledger.messages.length,
    says(chat, text, name) {
      const { promise, resolve, reject } = Promise.withResolvers<number>()
      const lost = setTimeout(() => reject(new Error(`chat ${chat} was not answered`)), LOST_AFTER_MS)
      waiting.set(
        String(chat),
        (waiting.get(String(chat)) ?? []).concat((at) => {
          clearTimeout(lost)
          resolve(at)
        }),
      )
      const pushedAt = performance.now()
      const [update] = fake.push(citizen(chat, name).says(text))
      if (update === undefined) throw new Error('the bot did not ask for messages')
      return { updateId: update.update_id, pushedAt, repliedAt: promise }
    },
    answerTime: (updateId) => posts.times.get(updateId),
    repeats: () => posts.repeats,
    close: () => fake.close(),
  }
}

/** Between the fake's sender beginning to post and the 200. */
function watchPosts({ ledger }: FakeTelegram) {
  const posts = { times: new Map<number, number>(), repeats: 0 }
  const began = new Map<number, number>()
  const { delivered, acknowledged } = ledger
  ledger.delivered = (updateId) => {
    if (began.has(updateId)) posts.repeats++
    began.set(updateId, performance.now())
    delivered(updateId)
  }
  ledger.acknowledged = (updateId) => {
    posts.times.set(updateId, performance.now() - (began.get(updateId) ?? Number.NaN))
    acknowledged(updateId)
  }
  return posts
}

/** By chat: who waits for the next message, in the order of asking. */
function watchReplies({ ledger }: FakeTelegram) {
  const waiting = new Map<string, readonly ((at: number) => void)[]>()
  const { received } = ledger
  ledger.received = (message) => {
    received(message)
    const [first, ...others] = waiting.get(message.chat) ?? []
    waiting.set(message.chat, others)
    first?.(performance.now())
  }
  return waiting
}

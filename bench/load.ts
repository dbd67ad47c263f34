import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Platform, Said } from './platform.ts'
import { type Times, timesOf } from './statistics.ts'

/**
 * What a citizen says, in turn: four questions that are answered, one that is asked back, one that
 * nobody understands. Each gets one message back, so that replies can be told apart by their order.
 */
const SAYINGS = [
  'по какому номеру вам звонить',
  'забыл пароль',
  'проблема с оплатой пошлины',
  'не приходит смс с кодом',
  'ывапролджэ',
  'во сколько вы работаете',
] as const
/** A gateway paces whoever writes more than eight at once: another citizen goes on instead. */
export const SAYINGS_EACH = SAYINGS.length

const FIRST_CHAT = 1_000

/** What a stretch of load showed, from outside. */
export interface Seen {
  readonly messages: number
  readonly seconds: number
  /** Until the webhook answered 200. */
  readonly answers: Times
  /** Until the citizen had the reply. */
  readonly replies: Times
  /** Webhook posts that were refused and repeated. */
  readonly repeats: number
  /** How busy this process was, the load and the fake platform together, 0..1. */
  readonly busy: number
}

/** Everybody says hello first: notices are out of the way, code is compiled. Resolves when all is said. */
export async function warmUp(platform: Platform, citizens: number, writers: number): Promise<void> {
  await inTurn(writers, range(citizens), async (who) => {
    await platform.says(FIRST_CHAT + who, 'здравствуйте').repliedAt
  })
  await rest(platform)
}

/** Closed loop: so many write at the same time, and whoever is answered goes on. */
export async function saturate(platform: Platform, messages: number, writers: number): Promise<Seen> {
  return await watch(platform, async (said) => {
    await inTurn(writers, range(Math.ceil(messages / SAYINGS_EACH)), async (who) => {
      for (const nth of range(SAYINGS_EACH)) {
        const one = platform.says(FIRST_CHAT + who, saying(who, nth))
        said.push(one)
        await one.repliedAt
      }
    })
  })
}

/** Open loop: so many a second, however long the replies take. */
export async function trickle(
  platform: Platform,
  messages: number,
  perSecond: number,
  citizens: number,
): Promise<Seen> {
  return await watch(platform, async (said) => {
    const began = performance.now()
    for (const nth of range(messages)) {
      await sleep(Math.max(0, began + (nth * 1_000) / perSecond - performance.now()))
      said.push(
        platform.says(FIRST_CHAT + (nth % citizens), saying(nth % citizens, Math.floor(nth / citizens))),
      )
    }
    await Promise.all(said.map((one) => one.repliedAt))
  })
}

async function watch(platform: Platform, load: (said: Said[]) => Promise<void>): Promise<Seen> {
  const said: Said[] = []
  const repeats = platform.repeats()
  const idle = performance.eventLoopUtilization()
  const began = performance.now()
  await load(said)
  const seconds = (performance.now() - began) / 1_000
  const busy = performance.eventLoopUtilization(idle).utilization
  await rest(platform)
  const repliedAt = await Promise.all(said.map((one) => one.repliedAt))
  return {
    ...{ messages: said.length, seconds, busy },
    answers: timesOf(said.flatMap(({ updateId }) => platform.answerTime(updateId) ?? [])),
    replies: timesOf(said.map(({ pushedAt }, at) => (repliedAt[at] ?? Number.NaN) - pushedAt)),
    repeats: platform.repeats() - repeats,
  }
}

/** Until nothing has arrived for a while: a reply may be followed by another. */
async function rest(platform: Platform): Promise<void> {
  for (let before = -1; before !== platform.received(); ) {
    before = platform.received()
    await sleep(500)
  }
}

/** Each item once, `width` at the same time. */
async function inTurn<Item>(width: number, items: readonly Item[], each: (item: Item) => Promise<void>) {
  const left = items.values()
  await Promise.all(
    range(width).map(async () => {
      for (const item of left) await each(item)
    }),
  )
}

const saying = (who: number, nth: number): string => SAYINGS[(who + nth) % SAYINGS_EACH] ?? ''
const range = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at)

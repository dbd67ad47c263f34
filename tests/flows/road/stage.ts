import { createDesk } from '../../../handoff/desk/desk.ts'
import type { Nudges } from '../../../src/contracts/nudges.ts'
import type { Inbound } from '../../../src/core/message.ts'
import type { Turn } from '../../../src/core/turn.ts'
import type { GatewayDeps } from '../../../src/gateway/gateway.ts'
import { keep } from '../../../src/gateway/keep.ts'
import { createSpeak } from '../../../src/gateway/say.ts'
import { keepSending } from '../../../src/gateway/send-loop.ts'
import { keepTakingTurns } from '../../../src/gateway/turn-loop.ts'
import { watchOnce } from '../../../src/gateway/watchdog.ts'
import { createNotices } from '../../../src/notices.ts'
import type { Store } from '../../../src/store/open.ts'
import { INBOX, OUTBOX } from '../../../src/store/schema.ts'
import { collectedLog } from '../../collected-log.ts'
import type { TestDatabase } from '../../databases.ts'
import { exampleContent } from '../../example-content.ts'
import { respond } from '../../example-engine.ts'
import { type FakeClock, fakeClock } from '../../fake-clock.ts'
import { until } from '../../until.ts'
import { type ScriptedChannel, scriptedChannel } from './scripted-channel.ts'

/** A message with this in it breaks the engine. */
export const POISON = 'яд'
/** What each citizen is told once, before the first answer: not what these tests are about. */
const notices = createNotices(() => exampleContent().phrases)
const DESK_TIMES = { leaseMs: 90_000, silenceMs: 600_000, closeAfterMs: 3 * 86_400_000 }

/** The parts of the gateway over a real store, on a clock that a test moves. */
export interface Road {
  readonly store: Store
  readonly clock: FakeClock
  readonly channel: ScriptedChannel
  readonly log: ReturnType<typeof collectedLog>
  readonly deps: GatewayDeps
  /** How long the oldest message has waited, by the door's own measure, ms. */
  backlogAge: number
  /** Keeps messages of one citizen, in one transaction. */
  says(chat: string, ...texts: readonly string[]): Promise<void>
  /** Turns and senders begin to work, and end. */
  start(): void
  stop(): Promise<void>
  /** Everything that is due by the clock has had its turn and is sent. */
  settled(): Promise<void>
  /** Moves the clock on, ms; what is due by then happens, if anybody works. */
  later(ms: number): Promise<void>
  /** Looks once, as the watchdog does each second. */
  watch(): Promise<void>
  tickets(): Promise<readonly { number: string; state: string; reason: string; asked_at: number }[]>
  close(): Promise<void>
}

export async function openRoad(database: TestDatabase): Promise<Road> {
  const clock = fakeClock()
  const store = await database.open(clock)
  const channel = scriptedChannel()
  const log = collectedLog()
  const nudges = pokable(store.nudges)
  let stop: (() => Promise<void>) | undefined
  let count = 0

  const deps: GatewayDeps = {
    ...{ transact: store.transact, reads: store.reads, locks: store.locks, width: store.width },
    ...{ clock, log, nudges, channels: [channel] },
    random: () => 0.5,
    responder: { current: () => ({ respond: respondTo, contentVersion: 'example' }) },
    notices,
    desk: createDesk({ speak: createSpeak(() => channel.limits), notices, times: DESK_TIMES }),
    limitsOf: () => channel.limits,
    admission: {
      overloaded: () => false,
      backlogAge: () => road.backlogAge,
      stop: () => undefined,
    },
  }

  const road: Road = {
    ...{ store, clock, channel, log, deps },
    backlogAge: 0,
    async says(chat, ...texts) {
      const inbounds = texts.map(
        (text): Inbound => ({
          ...{ kind: 'text', text, from: { channel: channel.name, chat } },
          ...{ key: String(++count), order: count, sentAt: clock.now(), author: {} },
        }),
      )
      await keep(
        deps,
        channel.name,
        inbounds.map((inbound) => ({ kind: 'inbound', inbound })),
      )
    },
    start() {
      const road = new AbortController()
      const running = [keepTakingTurns(deps, road.signal), keepSending(channel, nudges, deps, road.signal)]
      stop = async () => {
        road.abort()
        await Promise.all(running)
        stop = undefined
      }
    },
    stop: async () => stop?.(),
    settled: () => until('everything that is due is done', () => isSettled(store, clock.now())),
    async later(ms) {
      clock.advance(ms)
      nudges.poke()
      if (stop !== undefined) await road.settled()
    },
    watch: () => watchOnce(deps),
    tickets: () =>
      store.db.selectFrom('ticket').select(['number', 'state', 'reason', 'asked_at']).orderBy('id').execute(),
    async close() {
      await stop?.()
      await store.close()
    },
  }
  return road
}

function respondTo(turn: Turn) {
  if (turn.said.some((said) => said.kind === 'text' && said.text.includes(POISON))) {
    throw new TypeError('the engine stumbles')
  }
  return respond(turn)
}

/** The store's nudges, and one that wakes everybody when a test has moved the clock. */
function pokable(nudges: Nudges): Nudges & { poke(): void } {
  const looks = new Set<() => void>()
  return {
    on(topic, look) {
      const off = nudges.on(topic, look)
      const poked = () => look(undefined)
      looks.add(poked)
      return () => {
        looks.delete(poked)
        off()
      }
    },
    poke() {
      for (const look of looks) look()
    },
  }
}

async function isSettled({ db }: Store, now: number): Promise<boolean> {
  const due = db.selectFrom('inbox').select('id').where('status', '=', INBOX.new).where('next_at', '<=', now)
  if ((await due.execute()).length > 0) return false
  const unsent = await db
    .selectFrom('outbox')
    .select(['conversation_id', 'status', 'next_at'])
    .where('status', 'in', [OUTBOX.pending, OUTBOX.sending])
    .orderBy('seq')
    .execute()
  const rests = await db.selectFrom('channel_limit').select('channel').where('not_before', '>', now).execute()
  const heads = [...new Map(unsent.map((row) => [row.conversation_id, row] as const).reverse()).values()]
  return heads.every(({ status, next_at: at }) => status === OUTBOX.pending && (at > now || rests.length > 0))
}

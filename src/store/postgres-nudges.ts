import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { z } from 'zod'
import { channelName } from '../core/ids.ts'
import { connectionSettings } from './postgres.ts'
import type { Nudge } from './session.ts'

const CHANNEL = 'okno_nudges'
const COALESCE_MS = 25
/** A payload is at most 8 000 bytes; more chats than fit become "anybody". */
const MAX_BYTES = 7_000
const RECONNECT_MS = 300

const Payload = z.object({
  from: z.string(),
  told: z.array(
    z.object({
      topic: z.enum(['inbox', 'outbox', 'feed', 'desk']),
      about: z.object({ channel: z.string().transform(channelName), chat: z.string() }).optional(),
    }),
  ),
})

export interface PostgresNudges {
  /** To the other processes, within 25 ms, in one NOTIFY: inside the turns' transactions it would serialise their commits. */
  tell(told: readonly Nudge[]): void
  close(): Promise<void>
}

export function createPostgresNudges(
  url: string,
  notify: (payload: string) => Promise<unknown>,
  self: string,
  hear: (told: readonly Nudge[]) => void,
): PostgresNudges {
  const pending = new Map<string, Nudge>()
  let timer: NodeJS.Timeout | undefined
  let closed = false
  const closing = Promise.withResolvers<void>()

  function flush(): void {
    timer = undefined
    const told = [...pending.values()]
    pending.clear()
    let payload = JSON.stringify({ from: self, told })
    if (Buffer.byteLength(payload) > MAX_BYTES) {
      const topics = [...new Set(told.map((each) => each.topic))]
      payload = JSON.stringify({ from: self, told: topics.map((topic) => ({ topic })) })
    }
    // Polling is the guarantee: a nudge that does not get through is only a little time lost.
    void notify(payload).catch(() => undefined)
  }

  async function listen(): Promise<void> {
    while (!closed) {
      const client = new pg.Client(connectionSettings(url))
      const gone = new Promise<void>((resolve) => {
        client.on('error', () => resolve())
        client.on('end', () => resolve())
      })
      client.on('notification', ({ payload }) => hear(toldBy(payload ?? '', self)))
      try {
        await client.connect()
        await client.query(`listen ${CHANNEL}`)
        // What was told while nobody listened.
        hear((['inbox', 'outbox', 'feed', 'desk'] as const).map((topic) => ({ topic, about: undefined })))
        // A client that is ended while it connects never says so: hence not by `close` itself.
        await Promise.race([gone, closing.promise])
      } catch {
        // The database is away; the next round tries again.
      }
      await client.end().catch(() => undefined)
      await Promise.race([sleep(RECONNECT_MS), closing.promise])
    }
  }

  const listening = listen()
  return {
    tell(told) {
      for (const each of told) pending.set(`${each.topic} ${each.about?.channel} ${each.about?.chat}`, each)
      timer ??= setTimeout(flush, COALESCE_MS)
    },
    async close() {
      closed = true
      closing.resolve()
      clearTimeout(timer)
      await listening
    },
  }
}

/** What another process told. Anybody who may use the database may say anything on the channel. */
function toldBy(payload: string, self: string): Nudge[] {
  const read = Payload.safeParse(jsonOf(payload))
  if (!read.success || read.data.from === self) return []
  return read.data.told.map(({ topic, about }) => ({ topic, about }))
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

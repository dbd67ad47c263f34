import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { type App, startApp } from '../../../src/app.ts'
import type { Config } from '../../../src/config.ts'
import type { Store } from '../../../src/store/open.ts'
import { openPostgresStore } from '../../../src/store/open-postgres.ts'
import { openSqliteStore } from '../../../src/store/open-sqlite.ts'
import type { Tables } from '../../../src/store/schema.ts'
import { collectedLog } from '../../collected-log.ts'
import { createPostgresDatabase, type DatabaseKind } from '../../databases.ts'
import { until } from '../../until.ts'

export const ROOT = join(import.meta.dirname, '..', '..', '..')

const CLOCK = { now: () => Date.now(), monotonic: () => performance.now() }

/** A database, and gateways in this process that share it. */
export interface House {
  /** Another gateway, whole and on a port of its own. */
  start(settings: Partial<Config>): Promise<App>
  /** What all of them logged. */
  readonly log: ReturnType<typeof collectedLog>
  /** The same database, beside the gateways. */
  readonly db: Kysely<Tables>
  /** Everything that was kept has had its turn, and all replies are out. */
  quiet(): Promise<void>
  /** The texts of one citizen as they are recorded, in order. */
  heard(chat: string): Promise<readonly string[]>
  /** Ends the gateways; the house stays. */
  stopAll(): Promise<void>
  close(): Promise<void>
}

export async function openHouse(kind: DatabaseKind['name']): Promise<House> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'okno-house-'))
  const database = kind === 'PostgreSQL' ? await createPostgresDatabase() : undefined
  const log = collectedLog()
  const running = new Set<App>()
  const beside: Store =
    database === undefined
      ? await openSqliteStore(dataFolder, CLOCK)
      : await openPostgresStore({
          ...{ url: database.url, clock: CLOCK, timeFrom: 'clock' },
          onError: () => undefined,
        })
  const { db, reads } = beside
  const stopAll = async () => {
    await Promise.all([...running].map((app) => app.stop()))
    running.clear()
  }

  return {
    log,
    db,
    async start(settings) {
      const app = await startApp(
        { ...CONFIG, dataFolder, databaseUrl: database?.url, ...settings },
        { clock: CLOCK, random: Math.random, randomBytes, log },
      )
      running.add(app)
      return {
        ...app,
        async stop() {
          running.delete(app)
          await app.stop()
        },
      }
    },
    quiet: () => until('all is answered', () => reads.isQuiet()),
    async heard(chat) {
      const rows = await db
        .selectFrom('message')
        .innerJoin('conversation', 'conversation.id', 'message.conversation_id')
        .select('body')
        .where('chat', '=', chat)
        .where('author', '=', 'citizen')
        .orderBy('seq')
        .execute()
      return rows.map(({ body }) => (JSON.parse(body) as { text?: string }).text ?? '')
    },
    stopAll,
    async close() {
      await stopAll()
      await beside.close()
      await database?.drop()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

const CONFIG: Omit<Config, 'dataFolder' | 'databaseUrl'> = {
  port: 0,
  host: '127.0.0.1',
  contentFolder: ROOT,
  locale: 'ru',
  operatorOfService: undefined,
  publicUrl: undefined,
  trustedProxies: [],
  logLevel: 'info',
  web: undefined,
  desk: { leaseMs: 90_000, silenceMs: 600_000, closeAfterMs: 3 * 86_400_000 },
  telegram: { off: 'no-token' },
}

import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { Kysely } from 'kysely'
import type { Clock } from '../contracts/clock.ts'
import { OknoError } from '../core/errors.ts'
import { createPostgresChannelLocks } from './channel-locks.ts'
import { createDatabaseClock } from './database-clock.ts'
import { MIGRATIONS, type Migrations } from './migrate.ts'
import { migratePostgres } from './migrate-postgres.ts'
import { createNudgeHub } from './nudge-hub.ts'
import { commonParts, type Store, txOf } from './open.ts'
import { closeDatabase, openPool, postgresDialect } from './postgres.ts'
import { createPostgresNudges } from './postgres-nudges.ts'
import type { Tables } from './schema.ts'
import type { Nudge, Session } from './session.ts'
import { surroundingsFault } from './surroundings.ts'

const CONNECTIONS = 10
const TURNS = 4
/** A deadlock or a restart of the server undoes a transaction whole: it is done again, so many times. */
const TRIES = 4

export interface PostgresOptions {
  readonly url: string
  readonly clock: Clock
  /** Tests give the time themselves; else it is the database's. */
  readonly timeFrom: 'database' | 'clock'
  readonly onError: (error: Error) => void
  readonly migrations?: Migrations
}

/** Rejects with DATABASE_UNREACHABLE, or DATABASE_NEWER. */
export async function openPostgresStore(options: PostgresOptions): Promise<Store> {
  const { url, clock, timeFrom, onError, migrations = MIGRATIONS } = options
  const pool = openPool(url, { max: CONNECTIONS, onError })
  const db = new Kysely<Tables>({ dialect: postgresDialect(pool) })
  const databaseTime = async () => {
    const { rows } = await pool.query('select (extract(epoch from clock_timestamp()) * 1000)::bigint as now')
    return Number(rows[0]?.now)
  }
  try {
    await pool.query('select 1')
  } catch (error) {
    await closeDatabase(db, pool)
    throw new OknoError('DATABASE_UNREACHABLE', { why: reason(error) }, { cause: error })
  }
  await migratePostgres(url, { migrations, onError }).catch(async (error: unknown) => {
    await closeDatabase(db, pool)
    throw error
  })

  const time =
    timeFrom === 'clock'
      ? { ...clock, close: () => undefined }
      : await createDatabaseClock(clock, databaseTime)
  const hub = createNudgeHub()
  const notify = (payload: string) => pool.query('select pg_notify($1, $2)', ['okno_nudges', payload])
  const others = createPostgresNudges(url, notify, randomUUID(), hub.tell)

  async function transact<Result>(work: (session: Session) => Promise<Result>): Promise<Result> {
    for (let attempt = 1; ; attempt++) {
      const told: Nudge[] = []
      try {
        const result = await db.transaction().execute((trx) => work({ db: trx, dialect: 'postgres', told }))
        hub.tell(told)
        if (told.length > 0) others.tell(told)
        return result
      } catch (error) {
        const passing = surroundingsFault(error)
        if (passing === undefined) throw error
        if (attempt === TRIES) throw passing
        await sleep(50 * attempt)
      }
    }
  }

  return {
    dialect: 'postgres',
    transact: (work) => transact((session) => work(txOf(session))),
    ...commonParts({ db, dialect: 'postgres', told: [] }),
    nudges: hub,
    locks: createPostgresChannelLocks(url),
    clock: time,
    width: TURNS,
    async close() {
      time.close()
      await others.close()
      await closeDatabase(db, pool)
    },
  }
}

function reason(error: unknown): string {
  const { code, message } = (error ?? {}) as { code?: string; message?: string }
  return code ?? message ?? String(error)
}

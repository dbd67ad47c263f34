import { Kysely } from 'kysely'
import { backupPostgres } from './backup.ts'
import { type Migrations, migrate } from './migrate.ts'
import { closeDatabase, openPool, postgresDialect } from './postgres.ts'

const LOCK = 'okno migrations'

/**
 * What differs from the road's sessions: a large table takes longer than 5 s to change, and so does
 * waiting for another process that does it. One that is frozen lets the others go after a minute.
 */
const UNHURRIED = {
  statement_timeout: 0,
  lock_timeout: 0,
  idle_in_transaction_session_timeout: 60_000,
}

/**
 * Migrates on connections of its own. The lock comes before the look at what is there, so that of
 * several processes that start at once one makes the copy and the changes, and the others find them
 * made. It goes with its connection, however the process ends.
 */
export async function migratePostgres(
  url: string,
  { migrations, onError }: { migrations: Migrations; onError: (error: Error) => void },
): Promise<void> {
  const pool = openPool(url, { max: 3, onError, settings: UNHURRIED })
  const db = new Kysely({ dialect: postgresDialect(pool) })
  try {
    const lock = await pool.connect()
    try {
      await lock.query('select pg_advisory_lock(hashtextextended($1, 0))', [LOCK])
      const backup = async (next: string) => void (await backupPostgres(pool, `before_${next}`))
      await migrate({ db, dialect: 'postgres', migrations, backup, backups: 'schema okno_backup_…' })
    } finally {
      lock.release(true)
    }
  } finally {
    await closeDatabase(db, pool)
  }
}

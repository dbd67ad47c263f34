import { setTimeout as sleep } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect as KyselyDialect,
  SqliteAdapter,
  type SqliteDialectConfig,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type SqliteStatement,
} from 'kysely'
import { OknoError } from '../core/errors.ts'

/** Another process (a command beside `serve`) may hold the write lock for about this long, ms, before we give up. */
const BUSY_FOR_MS = 10_000
const BUSY_RETRY_MS = 15

/**
 * Opens the file so that a commit survives a power cut. better-sqlite3 compiles WAL with
 * `synchronous=NORMAL`, which does not; and the pragma answers FULL on a new file before it is so,
 * hence the check after a first write. better-sqlite3 blocks the event loop while it waits for another
 * process, which harms nobody yet while we open; from then on `beginTransaction` waits, between tries.
 * Throws DATABASE_UNUSABLE or DATABASE_NOT_DURABLE.
 */
export function openSqliteFile(file: string): Sqlite.Database {
  let sqlite: Sqlite.Database | undefined
  try {
    sqlite = new Sqlite(file)
    makeDurable(sqlite)
    return sqlite
  } catch (error) {
    sqlite?.close()
    if (!(error instanceof Sqlite.SqliteError)) throw error
    throw new OknoError('DATABASE_UNUSABLE', { file, why: error.code }, { cause: error })
  }
}

function makeDurable(sqlite: Sqlite.Database): void {
  sqlite.pragma(`busy_timeout = ${BUSY_FOR_MS}`)
  sqlite.pragma('journal_mode = WAL')
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('foreign_keys = ON')
  sqlite.pragma('secure_delete = ON')
  sqlite.pragma('wal_autocheckpoint = 1000')
  sqlite.exec('create table if not exists opened (id integer primary key, times integer not null)')
  sqlite.exec('insert into opened values (1, 1) on conflict (id) do update set times = times + 1')
  const synchronous = sqlite.pragma('synchronous', { simple: true })
  if (synchronous !== 2) throw new OknoError('DATABASE_NOT_DURABLE', { found: String(synchronous) })
  sqlite.pragma('busy_timeout = 0')
}

/** Kysely's SQLite dialect, with prepared statements kept and transactions that begin as writers. */
export function sqliteDialect(sqlite: Sqlite.Database): KyselyDialect {
  const statements = new Map<string, SqliteStatement>()
  const database = {
    close: () => void sqlite.close(),
    prepare(text: string): SqliteStatement {
      const known = statements.get(text)
      if (known !== undefined) return known
      const statement = sqlite.prepare(text) as unknown as SqliteStatement
      if (statements.size < 500) statements.set(text, statement)
      return statement
    },
  }
  return {
    createAdapter: () => new TransactionalAdapter(),
    createDriver: () => new WriterDriver({ database }, () => sqlite.inTransaction),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
}

/** SQLite's tables change within transactions; Kysely must know, or a migration that is killed stays half done. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): true {
    return true
  }
}

/**
 * Begins every transaction with the write lock: a deferred one that reads first and writes then fails
 * at once (SQLITE_BUSY_SNAPSHOT) when another process wrote in between, whatever the time-out.
 */
class WriterDriver extends SqliteDriver {
  readonly #inTransaction: () => boolean

  constructor(config: SqliteDialectConfig, inTransaction: () => boolean) {
    super(config)
    this.#inTransaction = inTransaction
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    for (let waited = 0; ; waited += BUSY_RETRY_MS) {
      try {
        await connection.executeQuery(CompiledQuery.raw('begin immediate'))
        return
      } catch (error) {
        if (!isBusy(error) || waited >= BUSY_FOR_MS) throw error
        await sleep(BUSY_RETRY_MS)
      }
    }
  }

  /** A full disk has ended the transaction already: to roll it back again would hide why. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#inTransaction()) await super.rollbackTransaction(connection)
  }
}

export function isBusy(error: unknown): boolean {
  return String((error as { code?: unknown } | undefined)?.code).startsWith('SQLITE_BUSY')
}

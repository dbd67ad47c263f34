import { createHash } from 'node:crypto'
import { type Kysely, type Dialect as KyselyDialect, PostgresDialect } from 'kysely'
import pg from 'pg'

/**
 * What a session of ours promises the others: nothing holds a lock for longer than 5 s, and a peer
 * that vanished is noticed. A frozen process loses its locks by `idle_in_transaction_session_timeout`.
 */
const SESSION = {
  statement_timeout: 5_000,
  lock_timeout: 2_000,
  idle_in_transaction_session_timeout: 5_000,
  tcp_keepalives_idle: 5,
  tcp_keepalives_interval: 2,
  tcp_keepalives_count: 3,
}

type SessionSettings = Partial<typeof SESSION>

const INT8 = 20

/** bigint comes back as a number: all of ours are ms or ids, far below 2^53. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === INT8 ? Number : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
}

export function connectionSettings(url: string, settings: SessionSettings = {}): pg.ClientConfig {
  return {
    connectionString: url,
    application_name: 'okno',
    options: Object.entries({ ...SESSION, ...settings })
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(' '),
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
    types,
  }
}

export interface PoolOptions {
  readonly max: number
  /** Hears of connections that broke while idle or in use; the pool replaces them by itself. */
  readonly onError: (error: Error) => void
  readonly settings?: SessionSettings
}

export function openPool(url: string, { max, onError, settings }: PoolOptions): pg.Pool {
  const pool = new pg.Pool({ ...connectionSettings(url, settings), max, Client: PreparingClient })
  pool.on('error', onError)
  // Without this a database restart ends the process: a checked-out client's error has no listener.
  pool.on('connect', (client) => void client.on('error', onError))
  return pool
}

export function postgresDialect(pool: pg.Pool): KyselyDialect {
  return new PostgresDialect({ pool })
}

/** Kysely ends a pool only when it has used it itself. */
export async function closeDatabase<Tables>(db: Kysely<Tables>, pool: pg.Pool): Promise<void> {
  await db.destroy()
  if (!pool.ending) await pool.end()
}

/** Prepares every statement by its text: the server plans it once for each connection. */
class PreparingClient extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: pg declares a dozen overloads; Kysely calls this one.
  override query(...args: any[]): any {
    const [text, values, ...callback] = args
    const isPlain = typeof text === 'string' && Array.isArray(values) && values.length > 0
    if (!isPlain) return super.query.apply(this, args as never)
    return super.query({ name: nameOf(text), text, values }, ...(callback as []))
  }
}

const names = new Map<string, string>()

/** PostgreSQL reads 63 bytes of a statement's name. */
function nameOf(text: string): string {
  const known = names.get(text)
  if (known !== undefined) return known
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 40)
  if (names.size < 2_000) names.set(text, name)
  return name
}

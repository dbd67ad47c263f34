import { type Kysely, sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import { OknoError } from '../core/errors.ts'
import type { Dialect } from './dialect.ts'
import * as first from './migrations/0001-first.ts'
import * as desk from './migrations/0002-desk.ts'

type Up = (db: Kysely<unknown>, dialect: Dialect) => Promise<void>

/** By name, in order; each runs in the transaction that also notes it as done. */
export type Migrations = Readonly<Record<string, Up>>

/** A migration that was released is never changed. */
export const MIGRATIONS: Migrations = { '0001-first': first.up, '0002-desk': desk.up }

export interface MigrateOptions<Tables> {
  readonly db: Kysely<Tables>
  readonly dialect: Dialect
  readonly migrations: Migrations
  /** Makes the copy from before the migration that comes next; not called on a database without tables. */
  readonly backup: (next: string) => Promise<void>
  /** Where copies lie, for the message when the database is newer. */
  readonly backups: string
}

/**
 * Brings the database to the program's schema, with a copy made before the first change; wholly or not
 * at all, also when it is killed. The caller sees to it that no other process does the same meanwhile.
 * Rejects with DATABASE_NEWER when the database knows a migration that the program does not.
 */
export async function migrate<Tables>(options: MigrateOptions<Tables>): Promise<readonly string[]> {
  const { db, dialect, migrations, backup, backups } = options
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => forKysely(migrations, dialect) },
  })
  const executed = await executedMigrations(db)
  const names = Object.keys(migrations)
  const unknown = executed.find((name) => !names.includes(name))
  if (unknown !== undefined) {
    throw new OknoError('DATABASE_NEWER', { found: unknown, known: names.at(-1) ?? '', backups })
  }
  const pending = names.filter((name) => !executed.includes(name))
  const [next] = pending
  if (next === undefined) return []
  if (executed.length > 0) await backup(next)
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) throw error
  return pending
}

function forKysely(migrations: Migrations, dialect: Dialect): Record<string, Migration> {
  return Object.fromEntries(
    Object.entries(migrations).map(([name, up]) => [name, { up: (db: Kysely<unknown>) => up(db, dialect) }]),
  )
}

async function executedMigrations<Tables>(db: Kysely<Tables>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some((table) => table.name === 'kysely_migration')) return []
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  return rows.map((row) => row.name)
}

import { join } from 'node:path'
import { Kysely } from 'kysely'
import type { Clock } from '../contracts/clock.ts'
import { backupSqlite } from './backup.ts'
import { OWN_CHANNELS } from './channel-locks.ts'
import { createGroupCommit } from './group-commit.ts'
import { MIGRATIONS, type Migrations, migrate } from './migrate.ts'
import { createNudgeHub } from './nudge-hub.ts'
import { commonParts, type Store, txOf } from './open.ts'
import type { Tables } from './schema.ts'
import { openSqliteFile, sqliteDialect } from './sqlite.ts'
import { surroundingsFault } from './surroundings.ts'

/** `folder` exists, is writable, and is locked by the caller where several might open it. */
export async function openSqliteStore(
  folder: string,
  clock: Clock,
  migrations: Migrations = MIGRATIONS,
): Promise<Store> {
  const sqlite = openSqliteFile(join(folder, 'okno.sqlite'))
  const db = new Kysely<Tables>({ dialect: sqliteDialect(sqlite) })
  const hub = createNudgeHub()
  const backups = join(folder, 'backups')
  const backup = async (next: string) => void (await backupSqlite(sqlite, backups, `before-${next}`))
  await migrate({ db, dialect: 'sqlite', migrations, backup, backups }).catch(async (error: unknown) => {
    await db.destroy()
    throw error
  })
  const commit = createGroupCommit(db, hub.tell)
  return {
    dialect: 'sqlite',
    transact: (work) =>
      commit((session) => work(txOf(session))).catch((error: unknown) => {
        throw surroundingsFault(error) ?? error
      }),
    ...commonParts({ db, dialect: 'sqlite', told: [] }),
    nudges: hub,
    locks: OWN_CHANNELS,
    clock,
    width: 32,
    close: () => db.destroy(),
  }
}

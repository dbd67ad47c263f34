import { setTimeout as sleep } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import { MIGRATIONS, type Migrations } from '../../../src/store/migrate.ts'
import { openPostgresStore } from '../../../src/store/open-postgres.ts'
import { openSqliteStore } from '../../../src/store/open-sqlite.ts'
import { fakeClock } from '../../fake-clock.ts'

/**
 * A newer program that starts: its migration says `half` when half is done, and goes on after `ms`.
 * Says `done` when it has opened the store. Arguments: the database's URL or folder, `ms`.
 */
const [place = '', ms] = process.argv.slice(2)

const LATER: Migrations = {
  ...MIGRATIONS,
  '9999-later': async (db: Kysely<unknown>) => {
    await sql`create table later (id integer primary key)`.execute(db)
    await sql`alter table channel_cursor add column later text`.execute(db)
    process.stdout.write('half\n')
    await sleep(Number(ms))
    await sql`update channel_cursor set later = 'yes'`.execute(db)
  },
}

const clock = fakeClock()
const store = place.startsWith('postgres:')
  ? await openPostgresStore({
      url: place,
      clock,
      timeFrom: 'clock',
      onError: () => undefined,
      migrations: LATER,
    })
  : await openSqliteStore(place, clock, LATER)
process.stdout.write('done\n')
await store.close()

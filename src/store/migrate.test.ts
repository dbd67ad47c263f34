import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import Sqlite from 'better-sqlite3'
import { sql } from 'kysely'
import { DATABASES, type DatabaseKind, type TestDatabase } from '../../tests/databases.ts'
import { fakeClock } from '../../tests/fake-clock.ts'
import { OknoError } from '../core/errors.ts'
import { channelName } from '../core/ids.ts'
import { MIGRATIONS, type Migrations } from './migrate.ts'
import type { Store } from './open.ts'

const WEB = channelName('web')

/** A release later: it changes a table that has rows. */
const LATER: Migrations = {
  ...MIGRATIONS,
  '9999-later': async (db) => {
    await sql`alter table channel_cursor add column later text`.execute(db)
    await sql`update channel_cursor set later = 'yes'`.execute(db)
  },
}

const cursorRows = async (store: Store) =>
  (await sql`select * from channel_cursor order by channel`.execute(store.db)).rows

for (const kind of DATABASES) describe(`migrating ${kind.name}`, () => migrating(kind))

function migrating({ name, create }: DatabaseKind): void {
  const clock = fakeClock()
  let database: TestDatabase
  beforeEach(async () => {
    database = await create()
  })
  afterEach(() => database.drop())

  /** Opens, looks and closes. */
  async function within<Result>(migrations: Migrations, look: (store: Store) => Promise<Result>) {
    const store = await database.open(clock, migrations)
    try {
      return await look(store)
    } finally {
      await store.close()
    }
  }

  const begin = () => within(MIGRATIONS, (store) => store.transact((tx) => tx.saveCursor(WEB, '7')))

  it('brings what is there to the newer schema, once', async () => {
    await begin()
    const now = [{ channel: 'web', cursor: '7', later: 'yes' }]
    expect(await within(LATER, cursorRows)).toEqual(now)
    expect(await within(LATER, cursorRows)).toEqual(now)
  })

  it('refuses a database that is newer than the program, and leaves it usable', async () => {
    await begin()
    await within(LATER, async () => undefined)
    const refused = database.open(clock, MIGRATIONS)
    await expect(refused).rejects.toThrow(OknoError)
    await expect(refused).rejects.toMatchObject({
      code: 'DATABASE_NEWER',
      details: { found: '9999-later', known: Object.keys(MIGRATIONS).at(-1) },
    })
    expect(await within(LATER, cursorRows)).toHaveLength(1)
  })

  it('copies what is there before it changes anything, and only then', async () => {
    await begin()
    expect(await within(MIGRATIONS, (store) => copies(store))).toEqual([])
    const found = await within(LATER, (store) => copies(store))
    expect(found).toEqual([[{ channel: 'web', cursor: '7' }]])
    expect(await within(LATER, (store) => copies(store))).toHaveLength(1)
  })

  it('undoes a migration that fails, whole, and makes no heap of copies', async () => {
    await begin()
    const failing: Migrations = {
      ...MIGRATIONS,
      '9999-later': async (db) => {
        await sql`create table half (id integer)`.execute(db)
        await sql`alter table channel_cursor add column later text`.execute(db)
        throw new Error('no')
      },
    }
    for (const _try of [1, 2]) await expect(database.open(clock, failing)).rejects.toThrow('no')
    expect(await within(MIGRATIONS, cursorRows)).toEqual([{ channel: 'web', cursor: '7' }])
    const found = await within(LATER, async (store) => [await cursorRows(store), await copies(store)])
    expect(found).toEqual([
      [{ channel: 'web', cursor: '7', later: 'yes' }],
      [[{ channel: 'web', cursor: '7' }]],
    ])
  })

  if (name === 'PostgreSQL') {
    it('is done by one of several that start at once, and fails none', async () => {
      for (const migrations of [MIGRATIONS, LATER]) {
        const opened = await Promise.all(Array.from({ length: 4 }, () => database.open(clock, migrations)))
        for (const store of opened) await store.close()
      }
      await within(LATER, async (store) => {
        expect(await copies(store)).toHaveLength(1)
        expect((await sql`select name from kysely_migration order by name`.execute(store.db)).rows).toEqual([
          ...Object.keys(MIGRATIONS).map((name) => ({ name })),
          { name: '9999-later' },
        ])
      })
    })

    it('may take longer than a statement of the road', async () => {
      let timeout: unknown
      await within(
        {
          ...MIGRATIONS,
          '9999-later': async (db) => {
            timeout = (await sql`show statement_timeout`.execute(db)).rows[0]
          },
        },
        async (store) => {
          expect(timeout).toEqual({ statement_timeout: '0' })
          const { rows } = await sql`show statement_timeout`.execute(store.db)
          expect(rows).toEqual([{ statement_timeout: '5s' }])
        },
      )
    })
  }

  /** The cursors of each copy that was made. */
  async function copies(store: Store): Promise<unknown[]> {
    if (name === 'SQLite') return sqliteCopies(store)
    const { rows } = await sql<{ schema: string }>`
      select nspname as schema from pg_namespace where nspname like 'okno\_backup\_%'`.execute(store.db)
    return Promise.all(
      rows.map(
        async ({ schema }) =>
          (await sql`select * from ${sql.table(`${schema}.channel_cursor`)}`.execute(store.db)).rows,
      ),
    )
  }
}

async function sqliteCopies(store: Store): Promise<unknown[]> {
  const { rows } = await sql<{ file: string }>`select file from pragma_database_list`.execute(store.db)
  const folder = join(dirname(rows[0]?.file ?? ''), 'backups')
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.sqlite')) : []
  return files.map((file) => {
    const copy = new Sqlite(join(folder, file), { readonly: true })
    try {
      return copy.prepare('select * from channel_cursor').all()
    } finally {
      copy.close()
    }
  })
}

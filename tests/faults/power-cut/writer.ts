import { openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { Kysely, sql } from 'kysely'
import { createGroupCommit } from '../../../src/store/group-commit.ts'
import { MIGRATIONS, migrate } from '../../../src/store/migrate.ts'
import { type Store, txOf } from '../../../src/store/open.ts'
import { openSqliteStore } from '../../../src/store/open-sqlite.ts'
import type { Tables } from '../../../src/store/schema.ts'
import { openSqliteFile, sqliteDialect } from '../../../src/store/sqlite.ts'
import { fakeClock } from '../../fake-clock.ts'
import { answerNext, text } from '../eg.ts'
import { seeded } from '../seeded.ts'

/**
 * Keeps messages and takes turns, many to a commit, and notes in a file what the store has said is
 * done: `kept <key>`, `answered <key>`; and `refused <why>`. Runs in a process of its own, under strace.
 * Arguments: the data folder, the file of notes, `ours` or `careless`.
 */
const ROUNDS = 70
const CHATS = 12
const clock = fakeClock()
const random = seeded(7)

type Writer = Pick<Store, 'transact' | 'db'>

const [folder = '', notes = '', kind] = process.argv.slice(2)
const store = kind === 'careless' ? await openCareless() : await openSqliteStore(folder, clock)
// Ours is 1000 pages; so the log is carried over into the file many times within a short run.
await sql`pragma wal_autocheckpoint = 40`.execute(store.db)
const noted = openSync(notes, 'w')
let keys = 0
for (let round = 0; round < ROUNDS; round++) {
  const keeps = Array.from({ length: 1 + Math.floor(random() * 8) }, () => keep(`k${++keys}`))
  const turns = Array.from({ length: Math.floor(random() * 5) }, () => answer())
  for (const each of await Promise.allSettled([...keeps, ...turns])) {
    if (each.status === 'rejected') writeSync(noted, `refused ${each.reason?.code}\n`)
  }
}
// Without closing, so that the test can compare the files with what it rebuilds.
process.exit(0)

async function keep(key: string): Promise<void> {
  const said = 'я'.repeat(150 + Math.floor(random() * 1_200))
  const inbound = text(key, `chat ${Math.floor(random() * CHATS)}`, said)
  await store.transact((tx) => tx.keep(inbound, clock.now()))
  writeSync(noted, `kept ${key}\n`)
}

async function answer(): Promise<void> {
  for (const key of await answerNext(store, clock.now)) writeSync(noted, `answered ${key}\n`)
}

/** Ours in all but one: a commit returns before it is on the disk, as better-sqlite3 has it in WAL. */
async function openCareless(): Promise<Writer> {
  const sqlite = openSqliteFile(join(folder, 'okno.sqlite'))
  sqlite.pragma('synchronous = NORMAL')
  const db = new Kysely<Tables>({ dialect: sqliteDialect(sqlite) })
  await migrate({ db, dialect: 'sqlite', migrations: MIGRATIONS, backup: async () => undefined, backups: '' })
  const commit = createGroupCommit(db, () => undefined)
  return { db, transact: (work) => commit((session) => work(txOf(session))) }
}

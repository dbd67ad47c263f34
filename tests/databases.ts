import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { Clock } from '../src/contracts/clock.ts'
import { MIGRATIONS, type Migrations } from '../src/store/migrate.ts'
import type { Store } from '../src/store/open.ts'
import { openPostgresStore } from '../src/store/open-postgres.ts'
import { openSqliteStore } from '../src/store/open-sqlite.ts'
import { SERVER_VARIABLE } from './postgres/server.ts'

/** An empty database of one kind, which any number of stores may open. */
export interface TestDatabase {
  /** Its folder or its URL, for another process. */
  readonly place: string
  open(clock: Clock, migrations?: Migrations): Promise<Store>
  drop(): Promise<void>
}

export interface DatabaseKind {
  readonly name: 'SQLite' | 'PostgreSQL'
  create(): Promise<TestDatabase>
}

/** Every database the suite can reach; the contract suites run on each. */
export const DATABASES: readonly DatabaseKind[] = [
  { name: 'SQLite', create: createSqlite },
  ...(process.env[SERVER_VARIABLE] === undefined
    ? []
    : [{ name: 'PostgreSQL', create: createPostgres } as const]),
]

async function createSqlite(): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'okno-sqlite-'))
  return {
    place: folder,
    open: (clock, migrations) => openSqliteStore(folder, clock, migrations),
    drop: async () => rmSync(folder, { recursive: true, force: true }),
  }
}

async function createPostgres(): Promise<TestDatabase> {
  const { url, drop } = await createPostgresDatabase()
  return {
    place: url,
    open: (clock, migrations = MIGRATIONS) =>
      openPostgresStore({ url, clock, timeFrom: 'clock', onError: () => undefined, migrations }),
    drop,
  }
}

export async function createPostgresDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const server = process.env[SERVER_VARIABLE]
  if (server === undefined) throw new Error(`no PostgreSQL: ${SERVER_VARIABLE} is not set`)
  const name = `okno_test_${randomBytes(6).toString('hex')}`
  await onServer(server, `create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => onServer(server, `drop database ${name} with (force)`) }
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type Sqlite from 'better-sqlite3'
import type pg from 'pg'

/**
 * An online copy of the file, consistent while others write. It takes the place of an earlier one of that
 * name, once it is whole: a program that fails at each start does not fill the disk with copies.
 */
export async function backupSqlite(sqlite: Sqlite.Database, folder: string, name: string): Promise<string> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, `${name}.sqlite`)
  for (const left of ['.part', '.part-journal']) rmSync(`${file}${left}`, { force: true })
  await sqlite.backup(`${file}.part`)
  renameSync(`${file}.part`, file)
  return file
}

/**
 * The same for PostgreSQL: every table beside the original, in a schema of its own and in one transaction.
 * It needs no tool that the gateway's machine may lack. `pg_dump` stays the administrator's daily backup.
 */
export async function backupPostgres(pool: pg.Pool, name: string): Promise<string> {
  const schema = `okno_backup_${name.replaceAll(/[^a-z0-9]+/g, '_')}`
  const client = await pool.connect()
  try {
    await client.query('begin isolation level repeatable read')
    await client.query('set local statement_timeout = 0')
    await client.query(`drop schema if exists ${schema} cascade`)
    await client.query(`create schema ${schema}`)
    const { rows } = await client.query<{ name: string }>(
      'select quote_ident(tablename) as name from pg_tables where schemaname = current_schema()',
    )
    for (const table of rows)
      await client.query(`create table ${schema}.${table.name} as table ${table.name}`)
    await client.query('commit')
    return schema
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}

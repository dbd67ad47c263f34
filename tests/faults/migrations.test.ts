import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'
import { channelName } from '../../src/core/ids.ts'
import { DATABASES, type DatabaseKind, type TestDatabase } from '../databases.ts'
import { fakeClock } from '../fake-clock.ts'

const MIGRATING = join(import.meta.dirname, 'migrations', 'migrating.ts')
/** Longer than the road gives a statement of PostgreSQL's, ms. */
const LONG = 6_000

describe.each(DATABASES)('a migration of $name', ({ create, name }: DatabaseKind) => {
  let database: TestDatabase
  beforeEach(async () => {
    database = await create()
    const store = await database.open(fakeClock())
    await store.transact((tx) => tx.saveCursor(channelName('web'), '7'))
    await store.close()
  })
  afterEach(() => database.drop())

  /** A process of the newer program; `said` is what it has said, `ended` how it ended. */
  function start(ms: number) {
    const child = spawn(process.execPath, [MIGRATING, database.place, String(ms)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = ''
    child.stdout.on('data', (words) => {
      said += String(words)
    })
    return {
      child,
      said: () => said,
      ended: once(child, 'exit').then(([code, signal]) => ({ code, signal })),
    }
  }

  async function cursors() {
    const store = await database.open(fakeClock())
    try {
      return (await sql`select * from channel_cursor`.execute(store.db)).rows
    } finally {
      await store.close()
    }
  }

  it('that is killed half way has changed nothing, and the next start does it', async () => {
    for (let kill = 0; kill < 3; kill++) {
      const killed = start(60_000)
      await once(killed.child.stdout, 'data')
      killed.child.kill('SIGKILL')
      expect(await killed.ended).toEqual({ code: null, signal: 'SIGKILL' })
      expect(await cursors()).toEqual([{ channel: 'web', cursor: '7' }])
    }
    const next = start(0)
    expect(await next.ended).toEqual({ code: 0, signal: null })
    expect(next.said()).toBe('half\ndone\n')
    await expect(cursors()).rejects.toMatchObject({ code: 'DATABASE_NEWER' })
  })

  if (name === 'PostgreSQL') {
    it('is done by one of several processes, however long it takes, and the others wait', async () => {
      const processes = Array.from({ length: 3 }, () => start(LONG))
      const ended = await Promise.all(processes.map((each) => each.ended))
      expect(ended).toEqual(processes.map(() => ({ code: 0, signal: null })))
      const said = processes.map((each) => each.said())
      expect(said.filter((each) => each === 'half\ndone\n')).toHaveLength(1)
      expect(said.filter((each) => each === 'done\n')).toHaveLength(2)
    })
  }
})

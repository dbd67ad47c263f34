import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { Store } from '../../src/store/open.ts'
import { openSqliteStore } from '../../src/store/open-sqlite.ts'
import { fakeClock } from '../fake-clock.ts'
import { text } from './eg.ts'
import { watchStalls } from './stalls.ts'

const HOLDER = join(import.meta.dirname, 'locked-database', 'holder.ts')
/** The longest stall of the event loop that a citizen may meet, ms. */
const STALL = 200

describe('a database that another process has locked', () => {
  const clock = fakeClock()
  let folder: string
  let store: Store
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'okno-locked-'))
    store = await openSqliteStore(folder, clock)
  })
  afterEach(async () => {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  })

  /** Resolves once the lock is held; then to when it is free again. */
  async function hold(ms: number): Promise<{ readonly freed: Promise<unknown> }> {
    const holder = spawn(process.execPath, [HOLDER, join(folder, 'okno.sqlite'), String(ms)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(holder.stdout, 'data')
    return { freed: once(holder, 'exit') }
  }

  const keep = (key: string) => store.transact((tx) => tx.keep(text(key, 'ann'), clock.now()))

  const keptKeys = async () =>
    (await store.db.selectFrom('inbox').select('key').orderBy('id').execute()).map(({ key }) => key)

  it('lets what is to be kept wait for 3 s, and nothing else', async () => {
    const { freed } = await hold(3_000)
    let isFree = false
    void freed.then(() => {
      isFree = true
    })
    const stalls = watchStalls()
    const keeps: Promise<boolean>[] = []
    for (let index = 0; index < 25; index++) {
      keeps.push(keep(`k${index}`))
      await sleep(100)
    }
    const settled = await Promise.race([Promise.any(keeps).then(() => 'kept'), sleep(1, 'waiting')])
    expect({ settled, isFree }).toEqual({ settled: 'waiting', isFree: false })
    expect(await Promise.all(keeps)).toEqual(keeps.map(() => true))
    stalls.stop()
    process.stderr.write(
      `locked-database ${JSON.stringify({ heldMs: 3_000, longestStall: stalls.longest() })}\n`,
    )
    expect(stalls.longest()).toBeLessThan(STALL)
    expect(await keptKeys()).toEqual(keeps.map((_, index) => `k${index}`))
    await freed
  })

  it('refuses after 10 s, clearly and whole, and goes on when the lock is free', async () => {
    const { freed } = await hold(12_000)
    const stalls = watchStalls()
    const refused = keep('refused')
    const after = refused.catch(() => keep('after'))
    await expect(refused).rejects.toMatchObject({ code: 'SQLITE_BUSY' })
    expect(await after).toBe(true)
    stalls.stop()
    expect(stalls.longest()).toBeLessThan(STALL)
    expect(await keptKeys()).toEqual(['after'])
    await freed
  })

  it('is waited for at the start as well', async () => {
    await store.close()
    const { freed } = await hold(1_500)
    store = await openSqliteStore(folder, clock)
    expect(await keep('k')).toBe(true)
    await freed
  })
})

import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from '@jest/globals'
import Sqlite from 'better-sqlite3'
import type { Store } from '../../src/store/open.ts'
import { openSqliteStore } from '../../src/store/open-sqlite.ts'
import { fakeClock } from '../fake-clock.ts'
import { answerNext, text } from './eg.ts'
import { mountSmallDisk, type SmallDisk } from './full-disk/small-disk.ts'
import { describeWhere } from './needs.ts'

const probe = mountSmallDisk(1)
probe?.remove()

describeWhere(
  probe !== undefined,
  'right to mount a small disk',
  'run as root',
)('a full disk', () => {
  const clock = fakeClock()
  let disk: SmallDisk
  let store: Store
  /** What the store has said is kept, what it has refused, and what has had its turn. */
  let kept: string[]
  let refused: string[]
  let answered: string[]

  beforeEach(async () => {
    const mounted = mountSmallDisk(4)
    if (mounted === undefined) throw new Error('the small disk is gone')
    disk = mounted
    store = await openSqliteStore(disk.folder, clock)
    kept = []
    refused = []
    answered = []
  })
  afterEach(async () => {
    await store.close()
    disk.remove()
  })

  /** Several at once, as they come in: some share a commit. Resolves to why each was refused. */
  async function work(name: string): Promise<unknown[]> {
    const keeps = Array.from({ length: 6 }, async (_, index) => {
      const key = `${name} ${index}`
      const inbound = text(key, `chat ${index}`, 'я'.repeat(1_500))
      await store
        .transact((tx) => tx.keep(inbound, clock.now()))
        .then(
          () => kept.push(key),
          (error: unknown) => {
            refused.push(key)
            throw error
          },
        )
    })
    const turns = Array.from(
      { length: 2 },
      async () => void answered.push(...(await answerNext(store, clock.now))),
    )
    const settled = await Promise.allSettled([...keeps, ...turns])
    return settled.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
  }

  async function workUntilFull(): Promise<unknown[]> {
    for (let round = 0; round < 200; round++) {
      const faults = await work(`full ${round}`)
      if (faults.length > 0) return faults
    }
    throw new Error('the disk never filled')
  }

  /** All that was acknowledged is there, nothing that was refused, and the file is sound. */
  function check(): void {
    const sqlite = new Sqlite(join(disk.folder, 'okno.sqlite'), { readonly: true })
    try {
      const list = (query: string) => sqlite.prepare(query).pluck().all().map(String)
      expect(list('pragma integrity_check')).toEqual(['ok'])
      expectSame(list('select key from inbox'), kept)
      expectSame(list('select key from inbox where status = 1'), answered)
      const replies = answered.map((key) => `re: ${key}`)
      expectSame(list(`select json_extract(part, '$.text') from outbox`), replies)
    } finally {
      sqlite.close()
    }
  }

  it('is refused what it cannot hold, and says why', async () => {
    const faults = await workUntilFull()
    expect(kept.length).toBeGreaterThan(100)
    expect(faults.map((fault) => (fault as { code?: unknown }).code)).toEqual(faults.map(() => 'SQLITE_FULL'))
    expect(await store.reads.isQuiet()).toBe(false)
    check()
  })

  it('works again as soon as there is room, without a restart', async () => {
    expect(await work('before')).toEqual([])
    for (const time of ['first', 'second']) {
      disk.fill()
      for (let tries = 0; tries < 3; tries++) await workUntilFull()
      disk.free()
      expect(await work(`after the ${time} time`)).toEqual([])
    }
    while ((await store.reads.backlogAge(clock.now() + 1)) > 0)
      answered.push(...(await answerNext(store, clock.now)))
    expect(answered).toHaveLength(kept.length)
    check()
    process.stderr.write(`full-disk ${JSON.stringify({ kept: kept.length, refused: refused.length })}\n`)
  })

  it('keeps everything over a stop and a start while it is full', async () => {
    expect(await work('before')).toEqual([])
    disk.fill()
    await workUntilFull()
    await store.close()
    await openSqliteStore(disk.folder, clock).then(
      (opened) => {
        store = opened
      },
      (error: unknown) =>
        expect(error).toMatchObject({ code: 'DATABASE_UNUSABLE', details: { why: 'SQLITE_FULL' } }),
    )
    disk.free()
    await store.close()
    store = await openSqliteStore(disk.folder, clock)
    expect(await work('after')).toEqual([])
    check()
  })
})

/** In any order, and none twice. */
function expectSame(found: readonly string[], expected: readonly string[]): void {
  expect(found).toHaveLength(expected.length)
  expect(new Set(found)).toEqual(new Set(expected))
}

import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'
import { DATABASES, type TestDatabase } from '../../databases.ts'
import { exampleContent } from '../../example-content.ts'
import { openRoad, type Road } from './stage.ts'

const NOTICE = exampleContent().phrases['pace.notice'].ru

for (const { name, create } of DATABASES) {
  describe(`a flood on ${name}`, () => {
    let database: TestDatabase
    let road: Road
    beforeEach(async () => {
      database = await create()
      road = await openRoad(database)
    })
    afterEach(async () => {
      await road.close()
      await database.drop()
    })

    const recorded = async (chat: string) => {
      const rows = await road.store.db
        .selectFrom('message')
        .innerJoin('conversation', 'conversation.id', 'message.conversation_id')
        .select('body')
        .where('chat', '=', chat)
        .where('author', '=', 'citizen')
        .orderBy('seq')
        .execute()
      return rows.map(({ body }) => (JSON.parse(body) as { text: string }).text)
    }
    const turnsOf = async (chat: string) => {
      const rows = road.store.db
        .selectFrom('turn')
        .innerJoin('conversation', 'conversation.id', 'turn.conversation_id')
        .select('turn.id')
        .where('chat', '=', chat)
      return (await rows.execute()).length
    }

    it('of 50 messages a second costs only the one who floods, and loses nothing', async () => {
      road.start()
      const sent: string[] = []
      for (let tenth = 0; tenth < 40; tenth++) {
        const lines = Array.from({ length: 5 }, (_, index) => `строка ${tenth}.${index}`)
        sent.push(...lines)
        await road.says('flooder', ...lines)
        await road.settled()
        if (tenth % 8 === 0) {
          const chat = `citizen ${tenth}`
          await road.says(chat, 'какой телефон')
          await road.settled()
          // The clock has not moved: nobody else waits for the flood.
          expect(road.channel.seenBy(chat).at(-1)).toContain('Телефон поддержки')
        }
        await road.later(100)
      }
      const whileItLasted = await turnsOf('flooder')
      for (let second = 0; second < 10; second++) await road.later(1_000)

      expect(await recorded('flooder')).toEqual(sent)
      expect(whileItLasted).toBeLessThan(15)
      expect(road.channel.seenBy('flooder').filter((text) => text === NOTICE)).toHaveLength(1)
    })
  })
}

describe('group commit on SQLite', () => {
  it('lets many that keep at once share a commit', async () => {
    const sqlite = DATABASES.find(({ name }) => name === 'SQLite')
    const database = await sqlite?.create()
    if (database === undefined) throw new Error('there is always SQLite')
    const road = await openRoad(database)
    const { rows } = await sql<{ file: string }>`pragma database_list`.execute(road.store.db)
    const log = `${rows[0]?.file}-wal`
    const before = commitsIn(readFileSync(log))
    await Promise.all(Array.from({ length: 300 }, (_, index) => road.says(`chat ${index}`, 'один из многих')))
    const { length: kept } = await road.store.db.selectFrom('inbox').select('id').execute()
    const commits = commitsIn(readFileSync(log)) - before
    await road.close()
    await database.drop()
    expect(kept).toBe(300)
    expect(commits).toBeGreaterThan(0)
    expect(commits).toBeLessThanOrEqual(10)
  })
})

/** Of SQLite's write-ahead log: the last frame of each commit bears the size of the database, the others 0. */
function commitsIn(wal: Buffer): number {
  const HEADER = 32
  const FRAME_HEADER = 24
  const frame = FRAME_HEADER + wal.readUInt32BE(8)
  let commits = 0
  for (let at = HEADER; at + frame <= wal.length; at += frame) {
    if (wal.readUInt32BE(at + 4) > 0) commits++
  }
  return commits
}

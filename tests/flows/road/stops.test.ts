import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { startGateway } from '../../../src/gateway/gateway.ts'
import { DATABASES, type TestDatabase } from '../../databases.ts'
import { until } from '../../until.ts'
import { held } from './scripted-channel.ts'
import { openRoad, type Road } from './stage.ts'

for (const { name, create } of DATABASES) {
  describe(`a gateway that is stopped on ${name}`, () => {
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

    const spokenTo = async (chat: string) => {
      const rows = await road.store.db
        .selectFrom('message')
        .innerJoin('conversation', 'conversation.id', 'message.conversation_id')
        .select('body')
        .where('chat', '=', chat)
        .where('author', '!=', 'citizen')
        .orderBy('seq')
        .execute()
      return rows.map(({ body }) => (JSON.parse(body) as { text: string }).text)
    }

    it('ends what is under way, and the next one does the rest: nothing twice, nothing lost', async () => {
      const chats = Array.from({ length: 15 }, (_, index) => `chat ${index}`)
      const line = held()
      road.channel.otherwise = line.doing
      for (const chat of chats) await road.says(chat, 'какой телефон')
      const gateway = await startGateway(road.deps)
      await until('sends are under way', async () => {
        const rows = road.store.db.selectFrom('outbox').select('id').where('attempts', '=', 1)
        return (await rows.execute()).length === 8
      })
      for (const chat of chats) await road.says(chat, 'часы работы')

      let hasStopped = false
      const stopping = gateway.stop().then(() => {
        hasStopped = true
      })
      await sleep(50)
      expect(hasStopped).toBe(false)
      expect(road.channel.seen).toEqual([])
      line.release()
      await stopping
      expect(road.channel.seen).toHaveLength(8)

      road.channel.otherwise = async (arrive) => arrive()
      const next = await startGateway(road.deps)
      await road.settled()
      await next.stop()
      for (const chat of chats) {
        const seen = road.channel.seenBy(chat)
        expect(seen).toEqual(await spokenTo(chat))
        expect(seen.join()).toContain('Телефон поддержки')
        expect(seen.join()).toContain('Часы работы')
      }
      expect(new Set(road.channel.seen.map(({ key }) => key)).size).toBe(road.channel.seen.length)
      expect(road.channel.overlapping).toEqual(new Set())
    })
  })
}

import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { takeTurn } from '../../../src/gateway/turn.ts'
import { INBOX } from '../../../src/store/schema.ts'
import { DATABASES, type TestDatabase } from '../../databases.ts'
import { openRoad, POISON, type Road } from './stage.ts'

for (const { name, create } of DATABASES) {
  describe(`a turn on ${name}`, () => {
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

    const count = async (table: 'message' | 'turn' | 'outbox' | 'ticket' | 'unresolved_clock') =>
      (await road.store.db.selectFrom(table).select('conversation_id').execute()).length
    const counts = async () => ({
      messages: await count('message'),
      turns: await count('turn'),
      outbox: await count('outbox'),
      tickets: await count('ticket'),
    })
    const deadMessages = () =>
      road.store.db.selectFrom('inbox').select('payload').where('status', '=', INBOX.dead).execute()

    it('is written whole in one transaction, or not at all', async () => {
      const { store, deps } = road
      await road.says('anna', 'позовите человека')
      const failing = store.transact((tx) =>
        takeTurn({ ...tx, advance: () => Promise.reject(new Error('the last step fails')) }, deps),
      )
      await expect(failing).rejects.toMatchObject({ name: 'TurnFailed' })
      expect(await counts()).toEqual({ messages: 0, turns: 0, outbox: 0, tickets: 0 })

      expect(await store.transact((tx) => takeTurn(tx, deps))).toBe(true)
      const { messages, outbox, ...others } = await counts()
      expect(others).toEqual({ turns: 1, tickets: 1 })
      expect(outbox).toBeGreaterThan(0)
      expect(messages).toBe(outbox + 1)
      expect(await store.transact((tx) => takeTurn(tx, deps))).toBe(false)
    })

    it("fills the ticket's number and place into the reply that hands over", async () => {
      road.start()
      await road.says('boris', 'позовите человека')
      await road.settled()
      await road.says('anna', 'меня взломали')
      await road.settled()
      const [first, second] = await road.tickets()
      expect(road.channel.seenBy('boris').at(-1)).toMatch(
        new RegExp(`обращения — ${first?.number}, место в очереди — 1\\.`),
      )
      expect(road.channel.seenBy('anna').at(-1)).toMatch(
        new RegExp(`обращения — ${second?.number}, место в очереди — 2\\.`),
      )
      expect(second).toMatchObject({ state: 'waiting', reason: 'topic-escalates' })
      expect(JSON.stringify(road.channel.seen)).not.toContain('{{')
    })

    it('that fails three times, within 4 s, is a dead message, a ticket and one notice', async () => {
      road.start()
      await road.says('anna', 'часы работы')
      await road.settled()
      const before = road.channel.seenBy('anna').length
      await road.says('anna', `пью ${POISON}`)
      for (let waited = 0; waited < 4_000; waited += 250) await road.later(250)

      expect(await deadMessages()).toHaveLength(1)
      const [ticket, ...more] = await road.tickets()
      expect(more).toEqual([])
      expect(ticket).toMatchObject({ state: 'waiting', reason: 'engine-failed' })
      const said = road.channel.seenBy('anna').slice(before)
      expect(said).toEqual([expect.stringContaining(`${ticket?.number}`)])

      await road.says('anna', 'какой телефон')
      await road.settled()
      expect(road.channel.seenBy('anna').at(-1)).toContain('Телефон поддержки')
      expect(JSON.stringify(road.log.lines)).not.toContain(POISON)
    })

    it('fails for the message that breaks it, and not for those beside it', async () => {
      road.start()
      await road.says('anna', 'какой телефон', POISON, 'часы работы')
      await road.says('boris', 'какой телефон')
      await road.settled()
      expect(road.channel.seenBy('boris').join()).toContain('Телефон поддержки')
      for (let waited = 0; waited < 6_000; waited += 250) await road.later(250)

      const said = road.channel.seenBy('anna').join('\n')
      expect(said).toContain('Ответ: Телефон поддержки')
      expect(said).toContain('Ответ: Часы работы операторов')
      expect((await deadMessages()).map(({ payload }) => payload)).toEqual([
        expect.stringContaining(`"${POISON}"`),
      ])
      expect(await road.tickets()).toHaveLength(1)
    })

    it('that fails is told of once each time, however many workers meet it', async () => {
      for (let index = 0; index < 20; index++) await road.says(`chat ${index}`, 'какой телефон')
      await road.says('anna', POISON)
      for (let index = 20; index < 40; index++) await road.says(`chat ${index}`, 'какой телефон')
      road.start()
      await road.settled()
      for (let waited = 0; waited < 4_000; waited += 250) await road.later(250)
      expect(new Set(road.channel.seen.map(({ chat }) => chat)).size).toBe(41)
      expect(road.log.of('turn.failed').map(({ fate }) => fate)).toEqual(['again', 'again', 'dead'])
    })

    it('is one for all that a citizen said meanwhile, and keeps the order of each', async () => {
      const chats = Array.from({ length: 12 }, (_, index) => `chat ${index}`)
      const lines = Array.from({ length: 6 }, (_, index) => `строка ${index}`)
      for (const chat of chats) await road.says(chat, ...lines)
      let sends = 0
      road.channel.otherwise = async (arrive) => {
        sends++
        await sleep((sends * 3) % 5)
        arrive()
      }
      road.start()
      await road.settled()
      for (const chat of chats) await road.says(chat, 'какой телефон')
      await road.settled()

      const { db } = road.store
      for (const chat of chats) {
        const spoken = await db
          .selectFrom('message')
          .innerJoin('conversation', 'conversation.id', 'message.conversation_id')
          .select(['author', 'body'])
          .where('chat', '=', chat)
          .orderBy('seq')
          .execute()
        const isTheirs = ({ author }: { author: string }) => author === 'citizen'
        const textOf = ({ body }: { body: string }) => (JSON.parse(body) as { text: string }).text
        expect(spoken.filter(isTheirs).map(textOf)).toEqual([...lines, 'какой телефон'])
        expect(road.channel.seenBy(chat)).toEqual(spoken.filter((row) => !isTheirs(row)).map(textOf))
      }
      expect(road.channel.overlapping).toEqual(new Set())
      expect(await count('turn')).toBe(2 * chats.length)
    })
  })
}

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { createRateLimits } from '../../../src/gateway/rate-limits.ts'
import { lease, sendLeased } from '../../../src/gateway/send.ts'
import { OUTBOX } from '../../../src/store/schema.ts'
import { DATABASES, type TestDatabase } from '../../databases.ts'
import { until } from '../../until.ts'
import { fails, held, vanishes } from './scripted-channel.ts'
import { openRoad, type Road } from './stage.ts'

const PHONE = expect.stringContaining('Телефон поддержки')
const HOURS = expect.stringContaining('Часы работы')

for (const { name, create } of DATABASES) {
  describe(`sending on ${name}`, () => {
    let database: TestDatabase
    let road: Road
    beforeEach(async () => {
      database = await create()
      road = await openRoad(database)
      road.start()
      // The privacy notice and the first words are behind us.
      for (const chat of ['anna', 'boris']) await road.says(chat, 'здравствуйте')
      await road.settled()
      for (const chat of ['anna', 'boris']) greeted.set(chat, road.channel.seenBy(chat).length)
    })
    afterEach(async () => {
      await road.close()
      await database.drop()
    })

    const greeted = new Map<string, number>()
    const seenBy = (chat: string) => road.channel.seenBy(chat).slice(greeted.get(chat))
    const asks = async (chat: string, ...texts: readonly string[]) => {
      for (const text of texts) {
        await road.says(chat, text)
        await road.settled()
      }
    }
    const dead = () =>
      road.store.db.selectFrom('outbox').select(['chat', 'error']).where('status', '=', OUTBOX.dead).execute()

    it('waits as long as the platform says, and holds up nobody else', async () => {
      road.channel.next(fails({ kind: 'rate', retryAfterMs: 3_000 }))
      await asks('anna', 'какой телефон')
      await asks('boris', 'какой телефон')
      await road.later(2_999)
      expect(seenBy('anna')).toEqual([])
      expect(seenBy('boris')).toEqual([PHONE])
      await road.later(1)
      expect(seenBy('anna')).toEqual([PHONE])
    })

    it('rests for all once two chats at a time are told to wait', async () => {
      const wait = fails({ kind: 'rate', retryAfterMs: 3_000 })
      road.channel.next(wait, wait)
      for (const chat of ['anna', 'boris', 'clara']) await asks(chat, 'какой телефон')
      expect(road.channel.seenBy('clara')).toEqual([])
      await road.later(3_001)
      expect([seenBy('anna'), seenBy('boris')]).toEqual([[PHONE], [PHONE]])
      expect(road.channel.seenBy('clara').at(-1)).toEqual(PHONE)
    })

    it('keeps the order behind a retry', async () => {
      road.channel.next(fails({ kind: 'unsent' }), fails({ kind: 'unsent' }))
      await asks('anna', 'какой телефон', 'часы работы')
      expect(seenBy('anna')).toEqual([])
      for (let second = 0; second < 6; second++) await road.later(1_000)
      expect(seenBy('anna')).toEqual([PHONE, HOURS])
    })

    it('repeats an unknown outcome once, with the same words and key', async () => {
      road.channel.next(vanishes)
      await asks('anna', 'какой телефон')
      await road.later(60_000)
      expect(seenBy('anna')).toEqual([PHONE, PHONE])
      const [first, second] = road.channel.seen.slice(-2)
      expect(second).toEqual(first)
      expect(await dead()).toEqual([])
    })

    it('repeats it no second time: the message is dead, and the next goes on', async () => {
      road.channel.next(vanishes, vanishes)
      await asks('anna', 'какой телефон', 'часы работы')
      await road.later(60_000)
      expect(seenBy('anna')).toEqual([PHONE, PHONE, HOURS])
      const [message, ...more] = await dead()
      expect(more).toEqual([])
      expect(message?.chat).toBe('anna')
      expect(road.log.of('send.dead').map(({ why }) => why)).toEqual(['unconfirmed'])
    })

    it.each(['gone', 'invalid'] as const)('lets a message die that is «%s», and goes on', async (kind) => {
      road.channel.next(fails({ kind }))
      await asks('anna', 'какой телефон', 'часы работы')
      expect(seenBy('anna')).toEqual([HOURS])
      expect(await dead()).toEqual([{ chat: 'anna', error: kind }])
    })

    it('rests while our credentials are refused, and nothing dies of it', async () => {
      road.channel.otherwise = fails({ kind: 'auth' })
      await asks('anna', 'какой телефон')
      await asks('boris', 'часы работы')
      await road.later(59_000)
      const tried = road.log.of('send.again').length
      expect(tried).toBe(1)
      road.channel.otherwise = async (arrive) => arrive()
      await road.later(1_001)
      await road.later(60_000)
      expect([seenBy('anna'), seenBy('boris')]).toEqual([[PHONE], [HOURS]])
      expect(await dead()).toEqual([])
      expect(road.log.of('send.again')[0]?.level).toBe('alarm')
    })

    it('knows that a lease ran out: one repeat, and the late one changes nothing', async () => {
      const late = held()
      road.channel.next(late.doing)
      await road.says('anna', 'какой телефон')
      await until('the send is under way', async () => (await sending()).length === 1)
      road.clock.advance(road.channel.limits.sendTimeoutMs + 5_001)
      await road.watch()
      await road.settled()
      expect(seenBy('anna')).toEqual([PHONE])
      late.release()
      await until('the late one is told of', () => road.log.of('send.lease-lost').length === 1)
      expect(seenBy('anna')).toEqual([PHONE, PHONE])
      await road.later(120_000)
      await road.watch()
      expect(seenBy('anna')).toEqual([PHONE, PHONE])
      expect(await dead()).toEqual([])
    })

    it('does not begin what was leased long ago, as after a sleep of the machine', async () => {
      await road.stop()
      await road.says('anna', 'какой телефон')
      road.start()
      road.channel.next(fails({ kind: 'rate', retryAfterMs: 1_000 }))
      await road.settled()
      await road.stop()

      road.clock.advance(1_000)
      const deps = { ...road.deps, rateLimits: createRateLimits() }
      const leasedAt = road.clock.monotonic()
      const [row] = (await lease(road.channel, 1, deps)).rows
      if (row === undefined) throw new Error('a message is due')
      road.clock.advance(road.channel.limits.sendTimeoutMs / 2 + 1)
      await sendLeased(road.channel, row, leasedAt, deps)
      expect(seenBy('anna')).toEqual([])
      road.start()
      await road.settled()
      expect(seenBy('anna')).toEqual([PHONE])
    })

    const sending = () =>
      road.store.db.selectFrom('outbox').select('id').where('status', '=', OUTBOX.sending).execute()
  })
}

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { Outcome } from '../../../src/core/outcome.ts'
import type { Turn } from '../../../src/core/turn.ts'
import { takeTurn } from '../../../src/gateway/turn.ts'
import { DATABASES, type TestDatabase } from '../../databases.ts'
import { openRoad, POISON, type Road } from './stage.ts'

for (const { name, create } of DATABASES) {
  describe(`an unresolved dialogue on ${name}`, () => {
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

    const states = async () => (await road.tickets()).map(({ state, reason }) => `${state}: ${reason}`)
    const answered = async (chat: string, text: string) => {
      await road.says(chat, text)
      await road.settled()
    }
    /** What a flood is answered with, so that nothing but the flood makes a ticket. */
    const respond = ({ conversation: { memory } }: Turn): Outcome => ({
      ...{ kind: 'noted', replies: [], memory },
      because: { rule: 'test', understanding: undefined },
    })
    const saysNothing = () => ({
      ...road.deps,
      responder: { current: () => ({ respond, contentVersion: 'test' }) },
    })
    /** The clock moves on, and the watchdog looks several times, as it does each second. */
    const watchedLater = async (ms: number) => {
      await road.later(ms)
      await road.watch()
      await road.watch()
    }

    it.each(['что-то с телефоном', 'абракадабра'])(
      'after «%s» is a provisional ticket in 20 s, one',
      async (unclear) => {
        road.start()
        const asked = road.clock.now()
        await answered('anna', unclear)
        await watchedLater(19_999)
        expect(await road.tickets()).toEqual([])
        await watchedLater(1)
        await watchedLater(60_000)
        expect(await road.tickets()).toEqual([
          { number: expect.any(String), state: 'provisional', reason: 'unresolved', asked_at: asked },
        ])
      },
    )

    it('is resolved by an answer, before the ticket or after', async () => {
      road.start()
      await answered('anna', 'что-то с телефоном')
      await answered('anna', 'какой телефон')
      await answered('boris', 'что-то с телефоном')
      await watchedLater(20_000)
      expect(await states()).toEqual(['provisional: unresolved'])
      await answered('boris', 'спасибо')
      expect(await states()).toEqual(['withdrawn: unresolved'])
      await answered('boris', 'что-то с телефоном')
      await watchedLater(20_000)
      expect(await states()).toEqual(['withdrawn: unresolved', 'provisional: unresolved'])
    })

    it('keeps its ticket, and the number, when a human is asked for', async () => {
      road.start()
      await answered('anna', 'что-то с телефоном')
      await watchedLater(20_000)
      const [provisional] = await road.tickets()
      await answered('anna', 'позовите человека')
      expect(await road.tickets()).toEqual([{ ...provisional, state: 'waiting', reason: 'asked-for-human' }])
      expect(road.channel.seenBy('anna').at(-1)).toContain(provisional?.number)
      await answered('anna', 'спасибо')
      expect(await states()).toEqual(['waiting: asked-for-human'])
    })

    it('is a ticket at once at the second fallback in a row', async () => {
      road.start()
      await answered('anna', 'абракадабра')
      expect(await road.tickets()).toEqual([])
      await answered('anna', 'тарабарщина')
      const [ticket, ...more] = await road.tickets()
      expect(more).toEqual([])
      expect(ticket).toMatchObject({ state: 'waiting', reason: 'not-understood' })
      expect(road.channel.seenBy('anna').at(-1)).toContain(ticket?.number)
      await watchedLater(60_000)
      expect(await road.tickets()).toHaveLength(1)
    })

    it('starts no clock where nothing was asked', async () => {
      road.start()
      await answered('anna', '🙂')
      await answered('boris', 'здравствуйте')
      await watchedLater(60_000)
      expect(await road.tickets()).toEqual([])
    })

    it('that waits for its turn is a ticket at 15 s, and only once', async () => {
      await road.says('anna', 'какой телефон')
      await watchedLater(15_000)
      expect(await states()).toEqual([])
      await watchedLater(1)
      await watchedLater(60_000)
      expect(await states()).toEqual(['waiting: stalled'])

      road.start()
      await road.settled()
      const [ticket] = await road.tickets()
      const said = road.channel.seenBy('anna').join('\n')
      expect(said).toContain(ticket?.number)
      expect(said).toContain('Телефон поддержки')
    })

    it('is no ticket at 15 s while we are behind, and one at 25 s all the same', async () => {
      road.backlogAge = 5_000
      await road.says('anna', 'какой телефон')
      await watchedLater(24_999)
      expect(await states()).toEqual([])
      await watchedLater(2)
      expect(await states()).toEqual(['waiting: stalled'])
    })

    it('that fails is a ticket at 15 s, though we are behind', async () => {
      road.backlogAge = 60_000
      await road.says('anna', POISON)
      await road.says('boris', 'какой телефон')
      const failing = road.store.transact((tx) => takeTurn(tx, road.deps))
      await expect(failing).rejects.toMatchObject({ name: 'TurnFailed' })
      await road.store.transact(async (tx) => {
        const due = await tx.nextTurn(road.clock.now())
        await tx.fail(due?.rows ?? [], due?.conversation.id ?? (0 as never), road.clock.now() + 500, 'no')
      })
      await watchedLater(15_001)
      const open = await road.store.db
        .selectFrom('ticket')
        .innerJoin('conversation', 'conversation.id', 'ticket.conversation_id')
        .select(['chat', 'reason'])
        .execute()
      expect(open).toEqual([{ chat: 'anna', reason: 'stalled' }])
    })

    it('is none of a citizen who is being paced, however long the flood has waited', async () => {
      const flood = Array.from({ length: 64 * 26 }, (_, index) => `строка ${index}`)
      await road.says('flooder', ...flood)
      let turns = 0
      for (let second = 0; second < 30; second++) {
        await road.watch()
        while (await road.store.transact((tx) => takeTurn(tx, saysNothing()))) turns++
        road.clock.advance(1_000)
      }
      expect(turns).toBe(26)
      expect(await states()).toEqual([])
    })
  })
}

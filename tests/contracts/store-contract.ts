import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { FRESH_MEMORY } from '../../src/core/conversation.ts'
import { channelName, choiceId, conversationId, teamName, ticketNumber } from '../../src/core/ids.ts'
import type { Inbound } from '../../src/core/message.ts'
import type { Part } from '../../src/core/reply.ts'
import type { Store } from '../../src/store/open.ts'
import type { DatabaseKind, TestDatabase } from '../databases.ts'
import { type FakeClock, fakeClock } from '../fake-clock.ts'
import { until } from '../until.ts'

const WEB = channelName('web')
const from = (chat: string) => ({ channel: WEB, chat })

const text = (chat: string, key: string, said = key, order = 0): Inbound => ({
  kind: 'text',
  text: said,
  from: from(chat),
  key,
  order,
  sentAt: 0,
  author: {},
})

const part = (said: string): Part => ({
  kind: 'text',
  text: said,
  markup: 'none',
  choices: [],
  layout: 'none',
})

/** What every database promises; `DATABASES` says which there are. */
export function storeContract({ name, create }: DatabaseKind): void {
  describe(`the store on ${name}`, () => {
    let database: TestDatabase
    let clock: FakeClock
    let store: Store
    beforeEach(async () => {
      database = await create()
      clock = fakeClock()
      store = await database.open(clock)
    })
    afterEach(async () => {
      await store.close()
      await database.drop()
    })

    const keep = (...inbounds: Inbound[]) =>
      store.transact(async (tx) => {
        const fresh: boolean[] = []
        for (const inbound of inbounds) fresh.push(await tx.keep(inbound, clock.now()))
        return fresh
      })

    /** Takes one turn that answers every message with `re: <text>`. */
    const turn = () =>
      store.transact(async (tx) => {
        const due = await tx.nextTurn(clock.now())
        if (due === undefined) return undefined
        await tx.record(due, clock.now())
        const said = due.rows.map(({ inbound }) => (inbound.kind === 'text' ? inbound.text : inbound.kind))
        const parts = said.map((each) => part(`re: ${each}`))
        await tx.say(
          due.conversation.id,
          { parts, author: 'bot', epoch: due.conversation.epoch },
          clock.now(),
        )
        await tx.advance(due, { memory: due.conversation.memory, pace: due.pace })
        return { chat: due.conversation.address.chat, said }
      })

    const lease = (limit = 10, perSecond = 100) =>
      store.transact((tx) =>
        tx.lease(WEB, { limit, now: clock.now(), leaseUntil: clock.now() + 20_000, perSecond }),
      )

    const textOf = ({ part: sent }: { part: Part }) => (sent.kind === 'text' ? sent.text : sent.kind)

    describe('keeping', () => {
      it('knows a repeated update by its key, also at the same time', async () => {
        const results = await Promise.all(Array.from({ length: 8 }, () => keep(text('ann', 'k1'))))
        expect(results.flat().filter(Boolean)).toHaveLength(1)
        expect(await keep(text('ann', 'k1'))).toEqual([false])
        expect(await turn()).toEqual({ chat: 'ann', said: ['k1'] })
        expect(await keep(text('ann', 'k1'))).toEqual([false])
        expect(await turn()).toBeUndefined()
      })

      it('keeps nothing of a transaction that fails', async () => {
        const failing = store.transact(async (tx) => {
          await tx.keep(text('ann', 'k1'), clock.now())
          await tx.saveCursor(WEB, '7')
          throw new Error('no')
        })
        await expect(failing).rejects.toThrow('no')
        expect(await store.reads.cursor(WEB)).toBeUndefined()
        expect(await turn()).toBeUndefined()
      })

      it('lets others succeed beside one that fails', async () => {
        const results = await Promise.allSettled([
          keep(text('ann', 'k1')),
          store.transact(async (tx) => {
            await tx.keep(text('bob', 'k2'), clock.now())
            throw new Error('no')
          }),
          keep(text('eve', 'k3')),
        ])
        expect(results.map((each) => each.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
        expect([await turn(), await turn(), await turn()].map((each) => each?.chat)).toEqual([
          'ann',
          'eve',
          undefined,
        ])
      })

      it('keeps texts whole, without what neither database can hold', async () => {
        const whole = `«ё» 👩‍👩‍👧 \u202Eabc ${'я'.repeat(100_000)}`
        await keep(text('ann', 'k1', `a\u0000b\uD800c${whole}`))
        expect((await turn())?.said).toEqual([`ab\uFFFDc${whole}`])
      })

      it('keeps the cursor of a polled channel', async () => {
        await store.transact((tx) => tx.saveCursor(WEB, '7'))
        await store.transact((tx) => tx.saveCursor(WEB, '8'))
        expect(await store.reads.cursor(WEB)).toBe('8')
      })

      it('keeps an unreadable update once', async () => {
        const letter = { channel: WEB, key: 'x', raw: '{\u0000', why: 'not JSON', at: clock.now() }
        const bury = () => store.transact((tx) => tx.bury(letter))
        expect([await bury(), await bury()]).toEqual([true, false])
      })
    })

    describe('turns', () => {
      it('takes the conversation that has waited longest, with all it has to say, as it was meant', async () => {
        await keep(text('ann', 'a2', 'second', 2), text('bob', 'b1'), text('ann', 'a1', 'first', 1))
        expect(await turn()).toEqual({ chat: 'ann', said: ['first', 'second'] })
        expect(await turn()).toEqual({ chat: 'bob', said: ['b1'] })
        expect(await turn()).toBeUndefined()
      })

      it('gives each message to exactly one turn, however many ask at once', async () => {
        const chats = Array.from({ length: 12 }, (_, index) => `chat ${index}`)
        await keep(...chats.map((chat) => text(chat, chat)))
        const taken = await Promise.all(Array.from({ length: 20 }, turn))
        const served = taken.flatMap((each) => (each === undefined ? [] : [each.chat]))
        expect(new Set(served).size).toBe(served.length)
        for (let more = await turn(); more !== undefined; more = await turn()) served.push(more.chat)
        expect(new Set(served)).toEqual(new Set(chats))
        expect(served).toHaveLength(chats.length)
      })

      it('writes nothing of a turn that fails, and takes it again', async () => {
        await keep(text('ann', 'a1'))
        const failing = store.transact(async (tx) => {
          const due = await tx.nextTurn(clock.now())
          if (due === undefined) throw new Error('nothing is due')
          await tx.record(due, clock.now())
          await tx.say(due.conversation.id, { parts: [part('lost')], author: 'bot', epoch: 0 }, clock.now())
          throw new Error('no')
        })
        await expect(failing).rejects.toThrow('no')
        expect(await turn()).toEqual({ chat: 'ann', said: ['a1'] })
        expect((await lease()).rows.map(textOf)).toEqual(['re: a1'])
      })

      it('brings a failed message up again later, alone, and nothing of that citizen before it', async () => {
        await keep(text('ann', 'a1', 'poison', 1), text('ann', 'a2', 'fine', 2))
        await store.transact(async (tx) => {
          const due = await tx.nextTurn(clock.now())
          if (due === undefined) throw new Error('nothing is due')
          const [first] = due.rows
          expect(await tx.fail([first], due.conversation.id, clock.now() + 1_000, 'Error')).toBe(true)
          expect(await tx.fail([first], due.conversation.id, clock.now() + 1_000, 'Error')).toBe(false)
        })
        await keep(text('ann', 'a3', 'later', 3))
        expect(await turn()).toBeUndefined()
        clock.advance(1_000)
        expect((await turn())?.said).toEqual(['poison'])
        expect((await turn())?.said).toEqual(['fine', 'later'])
      })

      it('gives a paced citizen no turn before the time, and others theirs', async () => {
        await keep(text('ann', 'a1'), text('bob', 'b1'))
        await store.transact(async (tx) => {
          const due = await tx.nextTurn(clock.now())
          if (due !== undefined) await tx.pace(due.conversation.id, clock.now() + 5_000)
        })
        await keep(text('ann', 'a2'))
        expect((await turn())?.chat).toBe('bob')
        expect(await turn()).toBeUndefined()
        expect(await store.reads.backlogAge(clock.now() + 4_000)).toBe(0)
        clock.advance(5_000)
        expect((await turn())?.said).toEqual(['a1', 'a2'])
      })

      it('refuses a second turn on the state that the first has changed', async () => {
        await keep(text('ann', 'a1'))
        const due = await store.transact((tx) => tx.nextTurn(clock.now()))
        if (due === undefined) throw new Error('nothing is due')
        const next = { memory: { ...FRESH_MEMORY, noticed: true }, pace: due.pace }
        await store.transact((tx) => tx.advance(due, next))
        await expect(store.transact((tx) => tx.advance(due, next))).rejects.toThrow('changed')
        await expect(
          store.transact((tx) => tx.record({ ...due, rows: [...due.rows, ...due.rows] }, 0)),
        ).rejects.toThrow()
      })
    })

    describe('sending', () => {
      it('leases the head of each line only, in order', async () => {
        await keep(text('ann', 'a1', 'one', 1), text('ann', 'a2', 'two', 2), text('bob', 'b1', 'three'))
        await turn()
        await turn()
        const first = await lease()
        expect(first.rows.map(textOf)).toEqual(['re: one', 're: three'])
        expect((await lease()).rows).toEqual([])
        for (const row of first.rows) await store.transact((tx) => tx.markSent(row, 'p1', clock.now()))
        expect((await lease()).rows.map(textOf)).toEqual(['re: two'])
      })

      it('leases a row to one sender only', async () => {
        await keep(...Array.from({ length: 20 }, (_, index) => text(`chat ${index}`, `k${index}`)))
        while ((await turn()) !== undefined);
        const leased = await Promise.all([lease(10), lease(10), lease(10)])
        const ids = leased.flatMap(({ rows }) => rows.map((row) => row.id))
        expect(new Set(ids).size).toBe(ids.length)
        expect(ids).toHaveLength(20)
      })

      it('fences a sender whose lease ran out', async () => {
        await keep(text('ann', 'a1'))
        await turn()
        const [slow] = (await lease()).rows
        if (slow === undefined) throw new Error('nothing leased')
        clock.advance(20_001)
        expect(await store.transact((tx) => tx.reclaimLeases(clock.now()))).toBe(1)
        const [again] = (await lease()).rows
        expect(again).toMatchObject({ id: slow.id, key: slow.key, attempts: 2, unknowns: 1 })
        expect(await store.transact((tx) => tx.markSent(slow, undefined, clock.now()))).toBe(false)
        if (again !== undefined) {
          expect(await store.transact((tx) => tx.markSent(again, undefined, clock.now()))).toBe(true)
        }
      })

      it('keeps a line waiting behind a retry, and lets it pass what is dead', async () => {
        await keep(text('ann', 'a1', 'one', 1), text('ann', 'a2', 'two', 2))
        await turn()
        const [one] = (await lease()).rows
        if (one === undefined) throw new Error('nothing leased')
        await store.transact((tx) => tx.markRetry(one, clock.now() + 1_000, 'rate', false))
        expect((await lease()).rows).toEqual([])
        clock.advance(1_000)
        const [again] = (await lease()).rows
        if (again === undefined) throw new Error('nothing leased')
        expect(again.unknowns).toBe(0)
        await store.transact((tx) => tx.markDead(again, 'invalid', clock.now()))
        expect((await lease()).rows.map(textOf)).toEqual(['re: two'])
      })

      it("obeys the channel's rate and its rest", async () => {
        await keep(...Array.from({ length: 9 }, (_, index) => text(`chat ${index}`, `k${index}`)))
        while ((await turn()) !== undefined);
        expect((await lease(10, 4)).rows).toHaveLength(4)
        const empty = await lease(10, 4)
        expect(empty).toEqual({ rows: [], nextAt: clock.now() + 250 })
        clock.advance(500)
        expect((await lease(10, 4)).rows).toHaveLength(2)
        await store.transact((tx) => tx.pauseChannel(WEB, clock.now() + 3_000))
        clock.advance(2_999)
        expect((await lease(10, 4)).nextAt).toBe(clock.now() + 1)
        clock.advance(1_001)
        expect((await lease(10, 4)).rows.length).toBeGreaterThan(0)
      })
    })

    describe('the watchdog', () => {
      const conversationOf = async (chat: string) => {
        await keep(text(chat, `of ${chat}`))
        const row = store.db.selectFrom('conversation').select('id').where('chat', '=', chat)
        return { id: conversationId((await row.executeTakeFirstOrThrow()).id) }
      }

      it('finds a clock that ran out, once', async () => {
        const { id } = await conversationOf('ann')
        const clockOf = { askedAt: clock.now(), opensAt: clock.now() + 20_000, topic: undefined }
        await store.transact((tx) => tx.startClock(id, clockOf))
        await store.transact((tx) => tx.startClock(id, { ...clockOf, askedAt: 1, opensAt: 1 }))
        const overdue = () => store.transact((tx) => tx.nextOverdueClock(clock.now()))
        expect(await overdue()).toBeUndefined()
        clock.advance(20_000)
        const found = await Promise.all([overdue(), overdue(), overdue()])
        expect(found.flatMap((each) => (each === undefined ? [] : [each.clock.askedAt]))).toEqual([
          clockOf.askedAt,
        ])
      })

      it('stops a clock', async () => {
        const { id } = await conversationOf('ann')
        await store.transact((tx) => tx.startClock(id, { askedAt: 1, opensAt: 1, topic: undefined }))
        await store.transact((tx) => tx.stopClock(id))
        expect(await store.transact((tx) => tx.nextOverdueClock(clock.now()))).toBeUndefined()
      })

      it('finds what waits too long, but not what is paced or has a ticket', async () => {
        const ann = await conversationOf('ann')
        const bob = await conversationOf('bob')
        await store.transact((tx) => tx.pace(bob.id, clock.now() + 60_000))
        const stalled = (failing: boolean) =>
          store.transact((tx) => tx.nextStalled(clock.now() - 15_000, failing))
        expect(await stalled(false)).toBeUndefined()
        clock.advance(16_000)
        expect(await stalled(true)).toBeUndefined()
        expect((await stalled(false))?.conversation.id).toBe(ann.id)
        await store.transact((tx) => tx.addTicket(draftFor(ann.id), () => ticketNumber('1')))
        expect(await stalled(false)).toBeUndefined()
      })

      // On SQLite there is one writer, and so nobody to pass over.
      const withOthers = name === 'PostgreSQL' ? it : () => undefined
      withOthers('passes over what another process holds', async () => {
        const [ann, bob] = [await conversationOf('ann'), await conversationOf('bob')]
        const clockOf = (id: typeof ann.id, at: number) =>
          store.transact((tx) => tx.startClock(id, { askedAt: at, opensAt: at, topic: undefined }))
        await clockOf(ann.id, 1)
        await clockOf(bob.id, 2)
        clock.advance(16_000)
        await store.transact(async (mine) => {
          expect((await mine.nextTurn(clock.now()))?.conversation.id).toBe(ann.id)
          await store.transact(async (theirs) => {
            expect((await theirs.nextOverdueClock(clock.now()))?.conversation.id).toBe(bob.id)
            expect((await theirs.nextStalled(clock.now() - 15_000, false))?.conversation.id).toBe(bob.id)
          })
        })
      })

      it('forgets old keys of what is done', async () => {
        await keep(text('ann', 'k1'))
        await turn()
        clock.advance(1_000)
        await keep(text('ann', 'k2'))
        expect(await store.transact((tx) => tx.forgetKeys(clock.now()))).toBe(1)
        expect(await keep(text('ann', 'k2'))).toEqual([false])
      })
    })

    describe('tickets', () => {
      it('are one at most for a conversation, and move in one version only', async () => {
        await keep(text('ann', 'a1'))
        const due = await store.transact((tx) => tx.nextTurn(clock.now()))
        const id = due?.conversation.id ?? conversationId(0)
        const ticket = await store.transact((tx) =>
          tx.addTicket(draftFor(id), (of) => ticketNumber(`n${of}`)),
        )
        expect(ticket.number).toBe(`n${ticket.id}`)
        await expect(
          store.transact((tx) => tx.addTicket(draftFor(id), () => ticketNumber('n'))),
        ).rejects.toThrow()
        const moves = await Promise.all(
          Array.from({ length: 5 }, () =>
            store.transact((tx) => tx.moveTicket(ticket, { state: 'claimed' })),
          ),
        )
        expect(moves.filter(Boolean)).toHaveLength(1)
        expect(await store.transact((tx) => tx.openTicket(id))).toMatchObject({
          state: 'claimed',
          version: 2,
        })
      })
    })

    describe('the feed', () => {
      it('shows both sides in order, and stops before what is not sent yet', async () => {
        await keep(text('ann', 'a1', 'hello'))
        await turn()
        const texts = async (after: number) =>
          (await store.feed.after(from('ann'), after, 50)).map((each) => each.text)
        expect(await texts(0)).toEqual(['hello'])
        await keep(text('ann', 'a2', 'more'))
        await turn()
        expect(await texts(0)).toEqual(['hello'])
        for (let sends = 0; sends < 2; sends++) {
          for (const row of (await lease()).rows) {
            await store.transact((tx) => tx.markSent(row, undefined, clock.now()))
          }
        }
        expect(await texts(0)).toEqual(['hello', 're: hello', 'more', 're: more'])
        expect(await texts(2)).toEqual(['more', 're: more'])
        expect(await store.feed.after(from('bob'), 0, 50)).toEqual([])
      })

      it('names a pressed button by its label', async () => {
        await keep({
          ...text('ann', 'c1'),
          kind: 'choice',
          choice: choiceId('topic/x'),
          label: 'Часы работы',
        } as Inbound)
        await turn()
        const [item] = await store.feed.after(from('ann'), 0, 1)
        expect(item).toMatchObject({ key: 'c1', text: 'Часы работы', author: 'citizen' })
      })
    })

    it('nudges after the commit, and not for what was rolled back', async () => {
      let nudges = 0
      const off = store.nudges.on('inbox', () => nudges++)
      // PostgreSQL's listener tells once, when it begins, of what it may have missed.
      if (name === 'PostgreSQL') await until('the listener begins', () => nudges > 0)
      nudges = 0
      const failing = store.transact(async (tx) => {
        await tx.keep(text('ann', 'k1'), clock.now())
        throw new Error('no')
      })
      await expect(failing).rejects.toThrow('no')
      expect(nudges).toBe(0)
      await keep(text('ann', 'k2'))
      await until('a nudge', () => nudges > 0)
      off()
    })

    it('keeps everything over a restart', async () => {
      await keep(text('ann', 'a1'))
      await store.close()
      store = await database.open(clock)
      expect(await turn()).toEqual({ chat: 'ann', said: ['a1'] })
    })

    const draftFor = (conversation: ReturnType<typeof conversationId>) => ({
      conversation,
      state: 'waiting' as const,
      reason: 'asked-for-human' as const,
      team: teamName('general'),
      topic: undefined,
      askedAt: clock.now(),
      openedAt: clock.now(),
      dueAt: clock.now() + 30_000,
    })
  })
}

import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { answerCitizen } from '../../handoff/desk/answer.ts'
import { claimTicket } from '../../handoff/desk/claim.ts'
import type { DeskDeps } from '../../handoff/desk/deps.ts'
import { createDesk } from '../../handoff/desk/desk.ts'
import { noteTicket } from '../../handoff/desk/note.ts'
import { releaseTicket } from '../../handoff/desk/release.ts'
import { reopenTicket } from '../../handoff/desk/reopen.ts'
import { resolveTicket } from '../../handoff/desk/resolve.ts'
import { LEAST_LIMITS } from '../../src/channels.ts'
import type { Conversation } from '../../src/core/conversation.ts'
import { channelName, operatorId, type TicketId, ticketId } from '../../src/core/ids.ts'
import type { Operator } from '../../src/core/operator.ts'
import { createSpeak } from '../../src/gateway/say.ts'
import { createNotices } from '../../src/notices.ts'
import type { Store } from '../../src/store/open.ts'
import { OUTBOX } from '../../src/store/schema.ts'
import type { DatabaseKind, TestDatabase } from '../databases.ts'
import { exampleContent } from '../example-content.ts'
import { type FakeClock, fakeClock } from '../fake-clock.ts'
import { until } from '../until.ts'

const WEB = channelName('web')
const TIMES = { leaseMs: 90_000, silenceMs: 600_000, closeAfterMs: 3 * 86_400_000 }
const DEPS: DeskDeps = {
  speak: createSpeak(() => LEAST_LIMITS),
  notices: createNotices(() => exampleContent().phrases),
  times: TIMES,
}

const operator = (name: string): Operator => ({
  ...{ id: operatorId(name), login: name, name, role: 'operator', locale: 'ru', disabled: false },
})
const MARIA = operator('maria')
const PAVEL = operator('pavel')

/** What the desk promises on every database. */
export function deskContract({ name, create }: DatabaseKind): void {
  describe(`the desk on ${name}`, () => {
    let database: TestDatabase
    let clock: FakeClock
    let store: Store
    const desk = createDesk(DEPS)
    beforeEach(async () => {
      database = await create()
      clock = fakeClock()
      store = await database.open(clock)
      for (const each of [MARIA, PAVEL]) await store.transact((tx) => tx.addOperator(each, clock.now()))
    })
    afterEach(async () => {
      await store.close()
      await database.drop()
    })

    let count = 0
    /** The citizen writes and has a turn, in which `decide` does what the gateway would. */
    async function says(chat: string, decide: (conversation: Conversation) => (tx: Tx) => Promise<unknown>) {
      const key = String(++count)
      await store.transact((tx) =>
        tx.keep(
          {
            ...{ kind: 'text', text: `слова ${key}`, from: { channel: WEB, chat }, key, order: count },
            ...{ sentAt: clock.now(), author: {} },
          },
          clock.now(),
        ),
      )
      const turn = () =>
        store.transact(async (tx) => {
          const due = await tx.nextTurn(clock.now())
          // On PostgreSQL whoever holds the conversation is passed by: a claim that is being written does.
          if (due === undefined) return undefined
          await tx.record(due, clock.now())
          const result = await decide(due.conversation)(tx)
          await tx.advance(due, { memory: due.conversation.memory, pace: due.pace })
          return { conversation: due.conversation, result }
        })
      let taken = await turn()
      while (taken === undefined) taken = await turn()
      return taken
    }
    type Tx = Parameters<Parameters<Store['transact']>[0]>[0]

    const handoff = (conversation: Conversation, provisional = false) => ({
      ...{ conversation, provisional, topic: undefined, team: undefined },
      ...{ reason: 'asked-for-human' as const, askedAt: clock.now(), at: clock.now() },
    })
    async function opened(chat: string, provisional = false): Promise<TicketId> {
      await says(chat, (conversation) => (tx) => desk.open(tx, handoff(conversation, provisional)))
      return ticketId((await ticketOf(chat)).id)
    }
    const ticketOf = async (chat: string) =>
      store.db
        .selectFrom('ticket as t')
        .innerJoin('conversation as c', 'c.id', 't.conversation_id')
        .selectAll('t')
        .select(['c.holder', 'c.epoch'])
        .where('c.chat', '=', chat)
        .orderBy('t.id', 'desc')
        .executeTakeFirstOrThrow()
    const outboxOf = (chat: string) =>
      store.db.selectFrom('outbox').selectAll().where('chat', '=', chat).orderBy('seq').execute()

    const act = (ticket: TicketId, who: Operator) => ({ ticket, operator: who, at: clock.now() })
    const claim = (ticket: TicketId, who: Operator) =>
      store.transact((tx) => claimTicket(tx, act(ticket, who), DEPS))
    const answer = (ticket: TicketId, who: Operator, text: string, key: string) =>
      store.transact((tx) => answerCitizen(tx, { ...act(ticket, who), text, key }, DEPS))

    describe('claiming', () => {
      it('has one winner among twenty, and names it to the others', async () => {
        const ticket = await opened('ann')
        const many = Array.from({ length: 20 }, (_, index) => operator(`operator-${index}`))
        for (const each of many) await store.transact((tx) => tx.addOperator(each, clock.now()))
        const results = await Promise.all(many.map((each) => claim(ticket, each)))
        const won = results.filter((result) => result.ok)
        expect(won).toHaveLength(1)
        const { operator: winner } = await ticketOf('ann')
        for (const result of results)
          if (!result.ok) expect(result).toEqual({ ok: false, why: 'not-waiting', by: winner })
      })

      it('silences the bot: what it had still to say is withdrawn, notices go out', async () => {
        await says('ann', (conversation) => async (tx) => {
          const part = { kind: 'text', text: 'бот', markup: 'none', choices: [], layout: 'none' } as const
          await tx.say(
            conversation.id,
            { parts: [part, part], author: 'bot', epoch: conversation.epoch },
            clock.now(),
          )
          await tx.say(conversation.id, { parts: [part], author: 'notice', epoch: undefined }, clock.now())
        })
        // One of the bot's is on its way when the operator claims: it may arrive, and is not repeated.
        const order = { limit: 1, now: clock.now(), leaseUntil: clock.now() + 5_000, perSecond: 100 }
        const { rows } = await store.transact((tx) => tx.lease(WEB, order))
        const ticket = await opened('ann')
        await claim(ticket, MARIA)
        const [leased] = rows
        if (leased === undefined) throw new Error('nothing leased')
        await store.transact((tx) => tx.markRetry(leased, clock.now(), 'unknown', true))
        const statuses = (await outboxOf('ann')).map((row) => [row.epoch === null, row.status])
        expect(statuses).toEqual([
          [false, OUTBOX.withdrawn],
          [false, OUTBOX.withdrawn],
          [true, OUTBOX.pending],
          [true, OUTBOX.pending],
        ])
      })

      it('withdraws a bot send whose lease runs out after the claim', async () => {
        await says('ann', (conversation) => async (tx) => {
          const part = { kind: 'text', text: 'бот', markup: 'none', choices: [], layout: 'none' } as const
          await tx.say(
            conversation.id,
            { parts: [part], author: 'bot', epoch: conversation.epoch },
            clock.now(),
          )
        })
        const order = { limit: 1, now: clock.now(), leaseUntil: clock.now() + 5_000, perSecond: 100 }
        await store.transact((tx) => tx.lease(WEB, order))
        await claim(await opened('ann'), MARIA)
        clock.advance(6_000)
        await store.transact((tx) => tx.reclaimLeases(clock.now()))
        expect((await outboxOf('ann'))[0]?.status).toBe(OUTBOX.withdrawn)
      })

      it('makes the conversation the operator’s, for the next turn to see', async () => {
        await claim(await opened('ann'), MARIA)
        const { conversation } = await says('ann', () => async () => undefined)
        expect(conversation.holder).toMatchObject({ kind: 'operator', operator: 'maria' })
        expect(conversation.ticket).toMatchObject({ state: 'claimed' })
      })

      it('is not for a ticket that is gone or finished', async () => {
        expect(await claim(ticketId(404), MARIA)).toEqual({ ok: false, why: 'not-found' })
        const ticket = await opened('ann')
        await claim(ticket, MARIA)
        await store.transact((tx) => resolveTicket(tx, act(ticket, MARIA), DEPS))
        expect(await claim(ticket, PAVEL)).toMatchObject({ ok: false, why: 'not-waiting' })
      })
    })

    describe('answering', () => {
      it('goes out once, however often the screen repeats it', async () => {
        const ticket = await opened('ann')
        await claim(ticket, MARIA)
        await Promise.all([1, 2, 3].map(() => answer(ticket, MARIA, 'Здравствуйте, **Анна**', 'k1')))
        const said = (await outboxOf('ann')).filter((row) => row.part.includes('Анна'))
        expect(said).toHaveLength(1)
        expect(said[0]?.part).toContain('**Анна**')
      })

      it('is for the one who has the ticket', async () => {
        const ticket = await opened('ann')
        await claim(ticket, MARIA)
        expect(await answer(ticket, PAVEL, 'нет', 'k1')).toEqual({ ok: false, why: 'not-yours', by: 'maria' })
      })

      it('ends the waiting of the citizen, whose next word begins it again', async () => {
        const ticket = await opened('ann')
        await claim(ticket, MARIA)
        await answer(ticket, MARIA, 'слушаю', 'k1')
        expect((await ticketOf('ann')).waiting_since).toBeNull()
        clock.advance(1_000)
        await says('ann', (conversation) => (tx) => desk.hear(tx, conversation, clock.now()))
        expect((await ticketOf('ann')).waiting_since).toBe(clock.now())
      })
    })

    it('keeps notes from the citizen', async () => {
      const ticket = await opened('ann')
      const note = { ...act(ticket, PAVEL), text: 'звонил вчера', key: 'n1' }
      for (let times = 0; times < 2; times++) await store.transact((tx) => noteTicket(tx, note))
      const feed = await store.feed.after({ channel: WEB, chat: 'ann' }, 0, 50)
      expect(JSON.stringify(feed)).not.toContain('звонил')
      const { conversation_id } = await ticketOf('ann')
      const transcript = await store.inbox.transcript(conversation_id as never, 50)
      expect(transcript.filter((line) => line.author === 'note')).toMatchObject([{ operatorName: 'pavel' }])
    })

    describe('giving back', () => {
      it('keeps the place in the queue', async () => {
        const first = await opened('ann')
        clock.advance(1_000)
        await opened('bob')
        await claim(first, MARIA)
        clock.advance(60_000)
        await store.transact((tx) => releaseTicket(tx, act(first, MARIA), DEPS))
        const { holder, state, operator: by } = await ticketOf('ann')
        expect({ holder: JSON.parse(holder).kind, state, by }).toEqual({
          holder: 'queue',
          state: 'waiting',
          by: null,
        })
        const { result } = await says('ann', (conversation) => (tx) => desk.open(tx, handoff(conversation)))
        expect(result).toMatchObject({ place: 1, isNew: false })
      })

      it('happens by itself when the connection is lost, and not while it lives', async () => {
        const ticket = await opened('ann')
        await claim(ticket, MARIA)
        await answer(ticket, MARIA, 'слушаю', 'k1')
        const sweep = () => store.transact((tx) => desk.sweep(tx, clock.now()))
        for (let beats = 0; beats < 10; beats++) {
          clock.advance(60_000)
          await store.transact((tx) => tx.extendLeases(MARIA.id, clock.now() + TIMES.leaseMs))
          expect(await sweep()).toBe(false)
        }
        clock.advance(TIMES.leaseMs + 1)
        expect(await sweep()).toBe(true)
        expect(await ticketOf('ann')).toMatchObject({ state: 'waiting', operator: null })
        expect(await sweep()).toBe(false)
      })

      it('happens by itself when the operator is silent for too long', async () => {
        const ticket = await opened('ann')
        await claim(ticket, MARIA)
        clock.advance(TIMES.silenceMs + 1)
        await store.transact((tx) => tx.extendLeases(MARIA.id, clock.now() + TIMES.leaseMs))
        expect(await store.transact((tx) => desk.sweep(tx, clock.now()))).toBe(true)
        expect((await ticketOf('ann')).state).toBe('waiting')
      })
    })

    describe('the end of a ticket', () => {
      const resolve = (ticket: TicketId, who: Operator) =>
        store.transact((tx) => resolveTicket(tx, act(ticket, who), DEPS))

      it('gives the conversation to the bot, and its number opens it again', async () => {
        const ticket = await opened('ann')
        await claim(ticket, MARIA)
        expect(await resolve(ticket, PAVEL)).toMatchObject({ ok: false, why: 'not-yours' })
        await resolve(ticket, MARIA)
        const number = (await ticketOf('ann')).number
        expect(JSON.stringify(await outboxOf('ann'))).toContain(number)
        const { result, conversation } = await says('ann', (of) => (tx) => desk.reopen(tx, of, clock.now()))
        expect(conversation).toMatchObject({ holder: { kind: 'bot' }, ticket: { number, state: 'resolved' } })
        expect(result).toEqual({ number, place: 1, isNew: true })
        expect(await ticketOf('ann')).toMatchObject({ state: 'waiting', operator: null })
      })

      it('is opened again by an operator, too, but not beside another open one', async () => {
        const ticket = await opened('ann')
        await claim(ticket, MARIA)
        await resolve(ticket, MARIA)
        const reopen = () => store.transact((tx) => reopenTicket(tx, act(ticket, PAVEL)))
        const results = await Promise.all([reopen(), reopen()])
        expect(results.filter((result) => result.ok)).toHaveLength(1)
      })

      it('comes by itself after some days, and then the number opens nothing', async () => {
        const ticket = await opened('ann')
        await claim(ticket, MARIA)
        await resolve(ticket, MARIA)
        clock.advance(TIMES.closeAfterMs + 1)
        expect(await store.transact((tx) => desk.sweep(tx, clock.now()))).toBe(true)
        expect((await ticketOf('ann')).state).toBe('closed')
        const { result } = await says('ann', (of) => (tx) => desk.reopen(tx, of, clock.now()))
        expect(result).toBeUndefined()
      })

      it('comes when the citizen goes back to the bot', async () => {
        await claim(await opened('ann'), MARIA)
        await says('ann', (conversation) => (tx) => desk.leave(tx, conversation, clock.now()))
        const { state, holder } = await ticketOf('ann')
        expect({ state, holder: JSON.parse(holder).kind }).toEqual({ state: 'withdrawn', holder: 'bot' })
      })
    })

    it('lets nobody change a ticket between reading and moving it', async () => {
      const ticket = await opened('ann')
      let meanwhile: Promise<unknown> = Promise.resolve()
      const bump = () =>
        store.db
          .updateTable('ticket')
          .set((eb) => ({ version: eb('version', '+', 1) }))
          .execute()
      for (const read of ['lockTicket', 'openTicket'] as const) {
        const moved = await store.transact(async (tx) => {
          const held = await tx.lockTicket(ticket)
          if (held === undefined) throw new Error('no ticket')
          const known = read === 'lockTicket' ? held.ticket : await tx.openTicket(held.conversation.id)
          // As a sender does, who tells of a delivery: it waits for us.
          meanwhile = bump()
          await sleep(50)
          return known && (await tx.moveTicket(known, {}))
        })
        expect(moved).toBeDefined()
        await meanwhile
      }
      expect((await ticketOf('ann')).version).toBe(5)
    })

    it('puts provisional tickets after the asked-for ones, and confirms them with their number', async () => {
      const provisional = await opened('ann', true)
      clock.advance(1_000)
      await opened('bob')
      const place = async (chat: string) =>
        (await says(chat, (conversation) => (tx) => desk.open(tx, handoff(conversation, true)))).result
      expect(await place('ann')).toMatchObject({ place: 2 })
      const { result } = await says('ann', (conversation) => (tx) => desk.open(tx, handoff(conversation)))
      expect(result).toMatchObject({ place: 1, isNew: false })
      expect(await ticketOf('ann')).toMatchObject({ id: provisional, state: 'waiting' })
    })

    it('tells the screens nothing of what is rolled back', async () => {
      const ticket = await opened('ann')
      let nudges = 0
      store.nudges.on('desk', () => nudges++)
      const failing = store.transact(async (tx) => {
        await claimTicket(tx, act(ticket, MARIA), DEPS)
        throw new Error('no')
      })
      await expect(failing).rejects.toThrow('no')
      expect((await ticketOf('ann')).state).toBe('waiting')
      const before = nudges
      await claim(ticket, MARIA)
      await until('a nudge', () => nudges > before)
      const { version } = await ticketOf('ann')
      expect(version).toBe(2)
    })

    it('lets a turn and a claim pass one after the other, and the turn that comes second is silent', async () => {
      const ticket = await opened('ann')
      const results = await Promise.all([
        claim(ticket, MARIA),
        says('ann', (conversation) => async () => conversation.holder.kind),
        claim(ticket, PAVEL),
      ])
      const { epoch } = await ticketOf('ann')
      expect(epoch).toBe(1)
      expect(results.filter((result) => 'ok' in result && result.ok)).toHaveLength(1)
    })
  })
}

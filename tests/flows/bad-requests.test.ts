import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { App } from '../../src/app.ts'
import { DATABASES } from '../databases.ts'
import { until } from '../until.ts'
import { type Answer, ask } from './house/ask.ts'
import { type House, openHouse } from './house/house.ts'
import { openTelegramDoor, type TelegramDoor } from './house/telegram-door.ts'
import { webCitizen } from './house/web-citizen.ts'

const MARK = 'секретослово'
const ALLOWED = 'https://service.example'

/** Nothing of ours shines through: no stack, no path, no library's own page. */
const isClean = ({ text }: Answer) => !/node_modules|\.ts:|\n\s+at |Error:|<pre>|\/home|\/tmp/.test(text)

for (const { name } of DATABASES) {
  describe(`what the web is asked for, on ${name}`, () => {
    let house: House
    let door: TelegramDoor
    let app: App
    beforeAll(async () => {
      door = await openTelegramDoor()
      house = await openHouse(name)
      app = await house.start({ telegram: door.settings, web: { origins: [ALLOWED] } })
    })
    afterAll(async () => {
      await house.close()
      await door.close()
    })

    const anna = webCitizen()
    const message = (changed: Readonly<Record<string, unknown>> = {}) =>
      JSON.stringify({ id: randomUUID(), order: 1, kind: 'text', text: MARK, ...changed })
    const inboxed = async () => (await house.db.selectFrom('inbox').select('id').execute()).length

    it.each([
      ['GET', '/nowhere'],
      ['GET', '/chat'],
      ['GET', '/chat/messages'],
      ['PUT', '/chat/events'],
      ['GET', '/webhooks/telegram'],
      ['POST', '/webhooks/nobody'],
      ['POST', '/webhooks/__proto__'],
      ['TRACE', '/'],
      ['DELETE', '/healthz'],
      ['GET', '/..%2f..%2fetc%2fpasswd'],
      ['GET', '/.env'],
    ])('says «not found» in JSON: %s %s', async (method, path) => {
      const answer = await ask(`${app.url}${path}`, { method })
      expect(answer.status).toBe(404)
      expect(JSON.parse(answer.text)).toEqual({ error: 'not found' })
    })

    it('says what is malformed about a path, in JSON', async () => {
      const answer = await ask(`${app.url}/widget/%E0%A4%A`)
      expect([400, 404]).toContain(answer.status)
      expect(JSON.parse(answer.text)).toHaveProperty('error')
      expect(isClean(answer)).toBe(true)
    })

    it.each([
      ['GET', '/'],
      ['GET', '/healthz'],
      ['GET', '/readyz'],
      ['GET', '/widget/okno.js'],
      ['GET', '/nowhere'],
      ['POST', '/webhooks/telegram'],
      ['POST', '/chat/messages'],
    ])('sends the headers that protect, and none that tells: %s %s', async (method, path) => {
      const { headers } = await ask(`${app.url}${path}`, { method })
      expect(headers['content-security-policy']).toContain("default-src 'none'")
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
      })
      expect(headers).not.toHaveProperty('x-powered-by')
    })

    it('believes no header that says where a request came from', async () => {
      const spoofed = {
        'X-Forwarded-For': `127.0.0.1, ${'9'.repeat(2_000)}, <script>`,
        'X-Forwarded-Host': 'evil.example',
        'X-Forwarded-Proto': 'gopher',
        Forwarded: 'for=evil',
      }
      expect(
        (await anna.posts(app.url, message(), { ...spoofed, Origin: 'https://evil.example' })).status,
      ).toBe(403)
      expect((await anna.posts(app.url, message(), spoofed)).status).toBe(202)
    })

    it.each([
      ['no token', message(), { Authorization: '' }, 401, 'token-missing'],
      ['half a token', message(), { Authorization: 'Bearer abc' }, 401, 'token-missing'],
      ['another scheme', message(), { Authorization: 'Basic YTpi' }, 401, 'token-missing'],
      ['a foreign origin', message(), { Origin: 'https://evil.example' }, 403, 'origin-forbidden'],
      ['no origin of the web', message(), { Origin: 'null' }, 403, 'origin-forbidden'],
      ['no JSON', `{"id": "${MARK}`, {}, 400, 'body-unreadable'],
      ['nothing', '', {}, 400, 'message-invalid'],
      ['another type', message(), { 'Content-Type': 'text/plain' }, 400, 'body-unreadable'],
      [
        'another charset',
        message(),
        { 'Content-Type': 'application/json; charset=x' },
        400,
        'body-unreadable',
      ],
      ['a broken encoding', message(), { 'Content-Encoding': 'gzip' }, 400, 'body-unreadable'],
      ['an id that is none', message({ id: `${MARK}' or 1=1` }), {}, 400, 'message-invalid'],
      ['no text', message({ text: ' \n' }), {}, 400, 'message-invalid'],
      ['a text that is none', message({ text: { $ne: MARK } }), {}, 400, 'message-invalid'],
      ['an unknown kind', message({ kind: MARK }), {}, 400, 'message-invalid'],
      ['an order below 0', message({ order: -1 }), {}, 400, 'message-invalid'],
      ['a huge order', message({ order: 1e300 }), {}, 400, 'message-invalid'],
      ['a list', `[${message()}]`, {}, 400, 'message-invalid'],
      ['lists without end', `{"id":${'['.repeat(90_000)}${']'.repeat(90_000)}}`, {}, 400, 'message-invalid'],
      ['one character too many', message({ text: 'x'.repeat(100_001) }), {}, 400, 'message-invalid'],
      ['more than 300 kB', message({ text: 'ж'.repeat(160_000) }), {}, 413, 'body-too-large'],
      ['2 MB', message({ text: 'x'.repeat(2_097_152) }), {}, 413, 'body-too-large'],
    ] as const)(
      'says what is wrong with a message, and keeps nothing: %s',
      async (_what, body, headers, status, error) => {
        const before = await inboxed()
        const answer = await anna.posts(app.url, body, headers)
        expect([answer.status, JSON.parse(answer.text)]).toEqual([
          status,
          { error, cure: expect.any(String) },
        ])
        expect(isClean(answer)).toBe(true)
        expect(answer.text).not.toContain(MARK)
        expect(await inboxed()).toBe(before)
      },
    )

    it.each(['after=-1', 'after=x', 'after=1e99', 'after=1&after=2'])(
      'says what is wrong with a cursor: %s',
      async (query) => {
        const headers = { Authorization: `Bearer ${anna.token}` }
        const answer = await ask(`${app.url}/chat/events?${query}`, { headers })
        expect([answer.status, JSON.parse(answer.text)]).toMatchObject([400, { error: 'cursor-invalid' }])
      },
    )

    it('lets a named site in, and no other', async () => {
      const preflight = (origin: string) =>
        ask(`${app.url}/chat/messages`, { method: 'OPTIONS', headers: { Origin: origin } })
      expect((await preflight(ALLOWED)).status).toBe(204)
      expect((await preflight('https://evil.example')).status).toBe(403)
      expect((await preflight(`${ALLOWED}.evil.example`)).status).toBe(403)
      expect((await anna.posts(app.url, message(), { Origin: ALLOWED })).status).toBe(202)
    })

    it('is not changed by keys that would change every object', async () => {
      const body = message().replace(
        '{',
        '{"__proto__":{"polluted":true},"constructor":{"prototype":{"p":1}},',
      )
      expect((await anna.posts(app.url, body)).status).toBe(202)
      expect('polluted' in {}).toBe(false)
    })

    it('takes 100 000 characters whole, and answers them', async () => {
      const boris = webCitizen()
      const text = `какой телефон ${'ж'.repeat(99_986)}`
      expect((await boris.says(app.url, text)).status).toBe(202)
      const reading = boris.reads(app.url)
      await until('an answer', () => reading.items.some(({ author }) => author !== 'citizen'))
      reading.close()
      expect(await house.heard(boris.chat)).toEqual([text])
    })

    it('cuts off a request whose head is too large', async () => {
      const answer = await ask(`${app.url}/healthz`, { headers: { 'X-Long': 'x'.repeat(20_000) } })
      expect(answer.status).toBe(431)
    })

    it('left no word and no token in the log', async () => {
      await house.quiet()
      const log = JSON.stringify(house.log.lines)
      for (const secret of [MARK, anna.token, anna.chat, door.fake.token]) expect(log).not.toContain(secret)
      expect(house.log.of('http.failed')).toEqual([])
      expect(house.log.of('turn.failed')).toEqual([])
    })
  })
}

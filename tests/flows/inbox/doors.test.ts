import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { DATABASES } from '../../databases.ts'
import { ask } from '../house/ask.ts'
import type { OperatorScreen } from '../house/operator-screen.ts'
import { type InboxStage, startInboxStage } from './stage.ts'

type Who = 'nobody' | 'operator' | 'administrator'

/** Every route there is, and the least that may use it. */
const ROUTES: Readonly<Record<string, Who>> = {
  'GET /me': 'operator',
  'POST /login': 'nobody',
  'POST /logout': 'nobody',
  'GET /links/:token': 'nobody',
  'POST /links/:token': 'nobody',
  'POST /password': 'operator',
  'POST /locale': 'operator',
  'GET /queue': 'operator',
  'GET /promise': 'operator',
  'GET /tickets/:id': 'operator',
  'POST /tickets/:id/claim': 'operator',
  'POST /tickets/:id/release': 'operator',
  'POST /tickets/:id/resolve': 'operator',
  'POST /tickets/:id/reopen': 'operator',
  'POST /tickets/:id/answer': 'operator',
  'POST /tickets/:id/note': 'operator',
  'GET /events': 'operator',
  'GET /operators': 'administrator',
  'POST /operators': 'administrator',
  'POST /operators/:id/disable': 'administrator',
  'POST /operators/:id/enable': 'administrator',
  'POST /operators/:id/reset': 'administrator',
}

const [kind] = DATABASES
if (kind === undefined) throw new Error('no database')
let stage: InboxStage
let administrator: OperatorScreen
let operator: OperatorScreen
beforeAll(async () => {
  stage = await startInboxStage(kind)
  administrator = await stage.administrator()
  operator = await stage.operator('maria')
})
afterAll(() => stage.close())

interface Layer {
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> }
  readonly handle: { readonly stack?: readonly Layer[] }
}

function routesOf({ stack }: { readonly stack?: readonly unknown[] }): string[] {
  return ((stack ?? []) as readonly Layer[]).flatMap(({ route, handle }) =>
    route === undefined
      ? routesOf(handle)
      : Object.keys(route.methods).map((method) => `${method.toUpperCase()} ${route.path}`),
  )
}

describe('the routes of the inbox', () => {
  it('are all listed here', () => {
    const found = routesOf(stage.inbox.router).filter((route) => !route.includes('(?!'))
    expect(new Set(found)).toEqual(new Set(Object.keys(ROUTES)))
    expect(found).toHaveLength(Object.keys(ROUTES).length)
  })

  const barred = { nobody: [], operator: ['nobody'], administrator: ['nobody', 'operator'] } as const
  const cells = Object.entries(ROUTES).flatMap(([route, least]) =>
    barred[least].map((who) => [route, who] as const),
  )

  it.each(cells)('%s is not for %s', async (route, who) => {
    const screen = who === 'nobody' ? stage.screen() : operator
    const { status, text } = await request(screen, route)
    const expected = who === 'nobody' ? [401, 'not-logged-in'] : [403, 'forbidden']
    expect([status, JSON.parse(text).error]).toEqual(expected)
  })

  const open = Object.entries(ROUTES).filter(([route]) => !/events|logout|links|login/.test(route))
  it.each(open)('%s lets %s through', async (route, least) => {
    const { status } = await request(least === 'administrator' ? administrator : operator, route)
    expect([200, 400, 404]).toContain(status)
  })

  function request(screen: OperatorScreen, route: string) {
    const [method, path = ''] = route.split(' ')
    const filled = path.slice(1).replace(':token', 'A'.repeat(43)).replace(':id', '999')
    return method === 'GET' ? screen.gets(filled) : screen.posts(filled, {})
  }
})

describe('a request of another site', () => {
  const ours = () => stage.url
  const post = (headers: Readonly<Record<string, string>>, body = '{}') =>
    ask(`${stage.url}/inbox/api/tickets/999/claim`, {
      method: 'POST',
      headers: { cookie: administrator.cookie, ...headers },
      body,
    })
  const JSON_TYPE = { 'content-type': 'application/json' }

  it.each<[Readonly<Record<string, string>>, number]>([
    [{ ...JSON_TYPE, 'sec-fetch-site': 'same-origin' }, 404],
    [{ 'content-type': 'application/json; charset=utf-8', 'sec-fetch-site': 'same-origin' }, 404],
    [{ ...JSON_TYPE, 'sec-fetch-site': 'same-site' }, 403],
    [{ ...JSON_TYPE, 'sec-fetch-site': 'cross-site' }, 403],
    [{ ...JSON_TYPE, 'sec-fetch-site': 'none' }, 403],
    [{ ...JSON_TYPE, 'sec-fetch-site': 'same-origin, cross-site' }, 403],
    [{ ...JSON_TYPE, 'sec-fetch-site': '' }, 403],
    [{ ...JSON_TYPE, origin: 'https://evil.example' }, 403],
    [{ ...JSON_TYPE, origin: 'null' }, 403],
    [{ ...JSON_TYPE, origin: 'http://127.0.0.1.evil.example' }, 403],
    [{ ...JSON_TYPE, origin: 'http://127.0.0.1:1' }, 403],
    [JSON_TYPE, 403],
    [{ 'sec-fetch-site': 'same-origin' }, 403],
    [{ 'content-type': 'text/plain', 'sec-fetch-site': 'same-origin' }, 403],
    [{ 'content-type': 'text/plain; application/json', 'sec-fetch-site': 'same-origin' }, 403],
    [{ 'content-type': 'application/jsonx', 'sec-fetch-site': 'same-origin' }, 403],
    [{ 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }, 403],
    [{ 'content-type': 'multipart/form-data; boundary=x', 'sec-fetch-site': 'same-origin' }, 403],
  ])('with %p is answered %p', async (headers, status) => {
    expect((await post(headers)).status).toBe(status)
  })

  it('is told from ours by its origin where a browser says no more', async () => {
    expect((await post({ ...JSON_TYPE, origin: ours() })).status).toBe(404)
  })

  it('gets no leave by CORS, and no other method', async () => {
    for (const method of ['OPTIONS', 'PUT', 'PATCH', 'DELETE']) {
      const { status, headers } = await ask(`${stage.url}/inbox/api/logout`, {
        method,
        headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST', ...JSON_TYPE },
      })
      expect([method, status]).toEqual([method, 403])
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([])
    }
  })

  it('does nothing by GET', async () => {
    for (const path of ['logout', 'login', 'tickets/1/claim', 'operators/1/disable']) {
      expect((await administrator.gets(path)).status).toBe(404)
    }
    expect((await administrator.gets('me')).status).toBe(200)
  })
})

describe('a body', () => {
  const key = '6f1c7a52-9c1b-4d0e-8f53-0d4f3f1f1a11'

  it('may hold an answer of 20 000 characters of any script, and not much more', async () => {
    for (const character of ['x', 'я', '€']) {
      const { status } = await administrator.posts('tickets/999/answer', {
        text: character.repeat(20_000),
        key,
      })
      expect([character, status]).toEqual([character, 404])
    }
    expect((await administrator.posts('tickets/999/answer', { text: 'я'.repeat(20_001), key })).status).toBe(
      400,
    )
    expect((await administrator.posts('tickets/999/answer', { text: 'x'.repeat(70_000), key })).status).toBe(
      413,
    )
  })

  it.each(['{', '[]', '"x"', 'null', '{"a":1}', '{"__proto__":{"role":"administrator"}}', '[['.repeat(40)])(
    'of %j does nothing and is not repeated to anybody',
    async (body) => {
      const { status, text } = await ask(`${stage.url}/inbox/api/tickets/999/claim`, {
        method: 'POST',
        headers: {
          cookie: administrator.cookie,
          'content-type': 'application/json',
          'sec-fetch-site': 'same-origin',
        },
        body,
      })
      expect([400, 413]).toContain(status)
      expect(text).not.toContain('__proto__')
      expect(JSON.stringify(stage.log.lines)).not.toContain('[[')
    },
  )

  it('is not unpacked', async () => {
    const { status } = await administrator.posts('logout', {}, { 'content-encoding': 'gzip' })
    expect(status).toBe(415)
  })
})

describe('the page', () => {
  const get = (path: string) => ask(`${stage.url}${path}`)

  it('has a nonce of its own each time, and a policy that allows nothing else', async () => {
    await get('/inbox/')
    const pages = await Promise.all([
      get('/inbox/'),
      get('/inbox/tickets/4'),
      get('/inbox/link/x'),
      get('/inbox'),
    ])
    const nonces = pages.map(({ text }) => /content="([^"]+)"/.exec(text)?.[1] ?? '')
    expect(new Set(nonces).size).toBe(pages.length)
    pages.forEach(({ status, headers }, index) => {
      expect(status).toBe(200)
      expect(headers['cache-control']).toBe('no-store')
      expect(headers['content-security-policy']).toBe(
        `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonces[index]}'; img-src 'self' data:; ` +
          "connect-src 'self'; worker-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      )
    })
  })

  it.each([
    '/inbox/assets/../../../../etc/passwd',
    '/inbox/assets/..%2f..%2f..%2fetc%2fpasswd',
    '/inbox/assets/%2e%2e/index.html',
    '/inbox/..%5c..%5cpackage.json',
    '/inbox/assets/%00',
    '/inbox//etc/passwd',
    '/inbox/assets/',
  ])('%s leads nowhere', async (path) => {
    const { status, text } = await get(path)
    expect(text).not.toMatch(/root:|"dependencies"/)
    expect(status === 200 ? text : 'csp-nonce').toContain('csp-nonce')
  })

  it('keeps the API’s answers out of every cache, and says JSON of what is not there', async () => {
    for (const screen of [administrator, stage.screen()]) {
      for (const path of ['me', 'queue', 'nothing', 'tickets/x', '../api/']) {
        const { headers, text } = await screen.gets(path)
        expect(headers['cache-control']).toBe('no-store')
        expect(headers['content-type']).toBe('application/json; charset=utf-8')
        expect(() => JSON.parse(text)).not.toThrow()
      }
    }
  })
})

import { createHash } from 'node:crypto'
import { afterEach, describe, expect, it } from '@jest/globals'
import { type Harness, NOW, startHarness } from './harness.ts'

const TOKEN = 'a'.repeat(43)
const CHAT = createHash('sha256').update(TOKEN).digest('base64url')
const ID = '3f0c6f0e-7d6c-4a39-9d57-0a8b1f1f6a11'
const HELLO = { id: ID, order: 7, kind: 'text', text: 'Здравствуйте' }

let harness: Harness
afterEach(() => harness.close())

async function post(body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${harness.url}/chat/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  const answer = (await response.json()) as Record<string, string>
  return { status: response.status, answer, retryAfter: response.headers.get('retry-after') }
}

describe('what a citizen posts', () => {
  it('is heard as an inbound of the chat that the token opens', async () => {
    harness = await startHarness()
    expect(await post({ ...HELLO, locale: 'en' })).toMatchObject({ status: 202, answer: { id: ID } })
    expect(harness.heard).toEqual([
      {
        kind: 'inbound',
        inbound: {
          from: { channel: 'web', chat: CHAT },
          key: ID,
          messageId: ID,
          order: 7,
          sentAt: NOW,
          author: { locale: 'en' },
          kind: 'text',
          text: 'Здравствуйте',
        },
      },
    ])
  })

  it('may be a choice, a command or the end', async () => {
    harness = await startHarness()
    const base = { id: ID, order: 1 }
    await post({ ...base, kind: 'choice', choice: 'topic:1', label: 'Телефон' })
    await post({ ...base, kind: 'command', command: 'language', rest: 'en' })
    await post({ ...base, kind: 'stopped' })
    expect(harness.heard).toMatchObject([
      { inbound: { kind: 'choice', choice: 'topic:1', label: 'Телефон' } },
      { inbound: { kind: 'command', command: 'language', rest: 'en' } },
      { inbound: { kind: 'stopped' } },
    ])
  })

  it('is answered only once it is durable', async () => {
    harness = await startHarness()
    const durable = Promise.withResolvers<void>()
    const asked = Promise.withResolvers<void>()
    harness.hear = () => {
      asked.resolve()
      return durable.promise
    }
    let answered = false
    const posted = post(HELLO).then((result) => {
      answered = true
      return result
    })
    await asked.promise
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(answered).toBe(false)
    durable.resolve()
    expect((await posted).status).toBe(202)
  })

  it('is to come again when it could not be kept', async () => {
    harness = await startHarness()
    harness.hear = () => Promise.reject(new Error('disk full'))
    expect(await post(HELLO)).toMatchObject({ status: 503, answer: { error: 'not-now' }, retryAfter: '2' })
  })

  it('is to come again while the gateway is overloaded, and nothing is heard', async () => {
    harness = await startHarness()
    harness.overloaded = true
    expect(await post(HELLO)).toMatchObject({ status: 503, retryAfter: '2' })
    expect(harness.heard).toEqual([])
  })

  it('is to come again before the gateway listens', async () => {
    harness = await startHarness({ listens: false })
    expect(await post(HELLO)).toMatchObject({ status: 503 })
  })

  it('is taken whole up to 100 000 characters, and refused beyond', async () => {
    harness = await startHarness()
    const text = 'ы'.repeat(100_000)
    expect(await post({ ...HELLO, text })).toMatchObject({ status: 202 })
    expect(harness.heard).toMatchObject([{ inbound: { text } }])
    expect(await post({ ...HELLO, text: `${text}ы` })).toMatchObject({ status: 400 })
    expect(await post({ ...HELLO, text: 'ы'.repeat(500_000) })).toMatchObject({
      status: 413,
      answer: { error: 'body-too-large' },
    })
  })

  it('loses a NUL and half an emoji, and nothing else', async () => {
    harness = await startHarness()
    await post(`{"id":"${ID}","order":1,"kind":"text","text":"a\\u0000b\\ud83d <b>\\u202e"}`)
    expect(harness.heard).toMatchObject([{ inbound: { text: 'ab\uFFFD <b>\u202e' } }])
  })
})

describe('what is refused', () => {
  it.each([
    ['no id', { order: 1, kind: 'text', text: 'x' }],
    ['an id that is no UUID', { ...HELLO, id: '1' }],
    ['an order that is no integer', { ...HELLO, order: 1.5 }],
    ['an unknown kind', { ...HELLO, kind: 'poke' }],
    ['an empty text', { ...HELLO, text: ' \n' }],
    ['a choice with spaces', { ...HELLO, kind: 'choice', choice: 'a b' }],
    ['a list', [HELLO]],
    ['a null', 'null'],
  ])('%s', async (_name, body) => {
    harness = await startHarness()
    expect(await post(body)).toMatchObject({ status: 400, answer: { cure: expect.any(String) } })
    expect(harness.heard).toEqual([])
  })

  it('polluting keys change nothing', async () => {
    harness = await startHarness()
    await post(
      `{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},${JSON.stringify(HELLO).slice(1)}`,
    )
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    expect(Object.keys((harness.heard[0] as unknown as { inbound: object }).inbound)).not.toContain(
      '__proto__',
    )
  })

  it('broken JSON, with its cure in the reader’s language', async () => {
    harness = await startHarness()
    const refused = await post('{"id":', { 'accept-language': 'en' })
    expect(refused).toMatchObject({
      status: 400,
      answer: { error: 'body-unreadable', cure: expect.stringMatching(/^The body must be JSON/) },
    })
  })

  it.each(['', 'Bearer short', `Bearer ${'a'.repeat(42)}!`])('the token %p', async (authorization) => {
    harness = await startHarness()
    expect(await post(HELLO, { authorization })).toMatchObject({
      status: 401,
      answer: { error: 'token-missing' },
    })
  })
})

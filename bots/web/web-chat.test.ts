import { afterEach, describe, expect, it } from '@jest/globals'
import { type Harness, startHarness } from './harness.ts'

let harness: Harness
afterEach(() => harness.close())

const TOKEN = { authorization: `Bearer ${'d'.repeat(43)}` }
const MESSAGE = JSON.stringify({
  id: '3f0c6f0e-7d6c-4a39-9d57-0a8b1f1f6a11',
  order: 1,
  kind: 'text',
  text: 'x',
})

async function post(origin: string | undefined): Promise<Response> {
  const headers = {
    ...TOKEN,
    'content-type': 'application/json',
    ...(origin === undefined ? {} : { origin }),
  }
  return await fetch(`${harness.url}/chat/messages`, { method: 'POST', headers, body: MESSAGE })
}
async function preflight(origin: string): Promise<Response> {
  return await fetch(`${harness.url}/chat/messages`, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization',
    },
  })
}

describe('other sites', () => {
  it('are refused by default, and told the setting', async () => {
    harness = await startHarness()
    const response = await post('https://city.example')
    expect(response.status).toBe(403)
    expect(await response.json()).toMatchObject({
      error: 'origin-forbidden',
      cure: expect.stringContaining('channels.web.origins'),
    })
    expect(harness.heard).toEqual([])
    expect((await preflight('https://city.example')).status).toBe(403)
  })

  it('may use the chat when they are named, exactly', async () => {
    harness = await startHarness({ origins: ['https://city.example'] })
    const response = await post('https://city.example')
    expect(response.status).toBe(202)
    expect(response.headers.get('access-control-allow-origin')).toBe('https://city.example')
    expect(response.headers.get('vary')).toContain('Origin')
    for (const near of [
      'http://city.example',
      'https://city.example:8443',
      'https://www.city.example',
      'null',
    ]) {
      expect((await post(near)).status).toBe(403)
    }
  })

  it('are told by the preflight what they may send', async () => {
    harness = await startHarness({ origins: ['*'] })
    const response = await preflight('https://any.example')
    expect(response.status).toBe(204)
    expect(response.headers.get('access-control-allow-headers')).toContain('Authorization')
    expect(response.headers.get('access-control-allow-methods')).toBe('GET, POST')
  })

  it('our own pages and programs need no leave', async () => {
    harness = await startHarness()
    expect((await post(harness.url)).status).toBe(202)
    expect((await post(undefined)).status).toBe(202)
  })
})

describe('the widget’s script', () => {
  it('is one small module that any site may load, and is not sent twice', async () => {
    harness = await startHarness()
    const response = await fetch(`${harness.url}/widget/okno.js`)
    const script = await response.text()
    expect(script).toContain('okno-chat')
    expect(script).not.toMatch(/\bimport\s*[{"'*]/)
    expect(script.length).toBeLessThan(60_000)
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    const etag = response.headers.get('etag') ?? ''
    const again = await fetch(`${harness.url}/widget/okno.js`, {
      headers: { 'if-none-match': etag, 'cache-control': 'max-age=0' },
    })
    expect(again.status).toBe(304)
  })
})

describe('the page', () => {
  it.each([
    ['/?lang=en', 'ru', 'Ask in your own words'],
    ['/?lang=ru', 'en', 'Задайте вопрос'],
    ['/', 'en-GB', 'Ask in your own words'],
    ['/', 'de', 'Задайте вопрос'],
  ])('%s for a reader of %s', async (path, language, words) => {
    harness = await startHarness()
    const response = await fetch(harness.url + path, { headers: { 'accept-language': language } })
    expect(await response.text()).toContain(words)
  })

  it('has nothing inline, and shows a strange title as text', async () => {
    harness = await startHarness({ title: { ru: '<script>alert(1)</script>', en: 'x' } })
    const html = await (await fetch(`${harness.url}/?lang=ru`)).text()
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(html).not.toMatch(/<style|style="|<script>|\son\w+="/)
  })
})

import { createHash } from 'node:crypto'
import { afterEach, describe, expect, it } from '@jest/globals'
import { type Harness, startHarness } from './harness.ts'

const TOKEN = 'b'.repeat(43)
const CHAT = createHash('sha256').update(TOKEN).digest('base64url')

let harness: Harness
let leave = new AbortController()
afterEach(async () => {
  leave.abort()
  leave = new AbortController()
  await harness.close()
})

async function open(after: string | number = 0, token = TOKEN): Promise<Response> {
  const headers = { authorization: `Bearer ${token}` }
  return await fetch(`${harness.url}/chat/events?after=${after}`, { headers, signal: leave.signal })
}

/** What the stream says up to and with `mark`. */
async function readUntil(response: Response, mark: string): Promise<string> {
  const reader = response.body?.getReader()
  let text = ''
  while (reader !== undefined && !text.includes(mark)) {
    const { done, value } = await reader.read()
    if (done) break
    text += new TextDecoder().decode(value)
  }
  reader?.releaseLock()
  return text
}

const seqs = (stream: string) => [...stream.matchAll(/^id: (\d+)$/gm)].map(([, seq]) => Number(seq))

describe('the events of a chat', () => {
  it('begin at once, and with what came after the reader’s last', async () => {
    harness = await startHarness()
    for (const text of ['один', 'два\nстроки', 'три']) harness.grow(CHAT, { text })
    const stream = await readUntil(await open(1), 'event: ready')
    expect(stream.startsWith(': \n\n')).toBe(true)
    expect(seqs(stream)).toEqual([2, 3])
    expect(stream).toContain('"text":"два\\nстроки"')
  })

  it('go on when the chat grows, in order and each once, through many pages', async () => {
    harness = await startHarness()
    for (let i = 0; i < 120; i++) harness.grow(CHAT, {})
    const response = await open()
    const first = await readUntil(response, 'event: ready')
    harness.grow(CHAT, {})
    harness.grow(CHAT, {})
    const second = await readUntil(response, 'id: 122')
    expect(seqs(first + second)).toEqual(Array.from({ length: 122 }, (_, i) => i + 1))
  })

  it('come without a nudge too', async () => {
    harness = await startHarness()
    const response = await open()
    await readUntil(response, 'event: ready')
    harness.grow(CHAT, { text: 'unheard' }, { nudge: false })
    expect(await readUntil(response, 'unheard')).toContain('unheard')
  }, 15_000)

  it('are those of the token’s chat alone', async () => {
    harness = await startHarness()
    harness.grow(CHAT, { text: 'secret' })
    expect(await readUntil(await open(0, 'c'.repeat(43)), 'event: ready')).not.toContain('secret')
  })

  it('are read by five at once, and a place is free again when one leaves', async () => {
    harness = await startHarness()
    const first = new AbortController()
    const headers = { authorization: `Bearer ${TOKEN}` }
    await fetch(`${harness.url}/chat/events`, { headers, signal: first.signal })
    for (let i = 0; i < 4; i++) await open()
    expect((await open()).status).toBe(429)
    first.abort()
    let status = 429
    while (status === 429) status = (await open()).status
    expect(status).toBe(200)
  })

  it('end when the gateway stops, and are refused from then on', async () => {
    harness = await startHarness()
    const response = await open()
    await harness.stopListening()
    expect(await readUntil(response, 'never')).toContain(': ')
    expect((await open()).status).toBe(503)
  })

  it.each(['-1', 'x', '1.5', '1e99', '1&after=2'])('are refused after %p', async (after) => {
    harness = await startHarness()
    expect((await open(after)).status).toBe(400)
  })
})

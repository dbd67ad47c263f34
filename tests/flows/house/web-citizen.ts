import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { get } from 'node:http'
import { type Answer, ask } from './ask.ts'

export interface Item {
  readonly seq: number
  readonly author: string
  readonly text: string
}

/** A browser with the web chat open, as far as the server can tell. */
export interface WebCitizen {
  readonly token: string
  /** The name that the chat has in the database. */
  readonly chat: string
  says(url: string, text: string): Promise<Answer>
  /** What is posted, changed for the worse. */
  posts(url: string, body: string, headers?: Readonly<Record<string, string>>): Promise<Answer>
  /** Reads the chat until `close`; the items come in as they are said. */
  reads(url: string): { readonly items: readonly Item[]; close(): void }
}

export function webCitizen(): WebCitizen {
  const token = randomBytes(32).toString('base64url')
  let order = 0
  const posts: WebCitizen['posts'] = (url, body, headers = {}) =>
    ask(`${url}/chat/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}`, ...headers },
      body,
    })
  return {
    token,
    chat: createHash('sha256').update(token).digest('base64url'),
    posts,
    says: (url, text) =>
      posts(url, JSON.stringify({ id: randomUUID(), order: order++, kind: 'text', text, locale: 'ru' })),
    reads(url) {
      const items: Item[] = []
      let rest = ''
      const asked = get(`${url}/chat/events?after=0`, {
        headers: { Authorization: `Bearer ${token}` },
        agent: false,
      })
      asked.on('error', () => undefined)
      asked.on('response', (response) => {
        response.setEncoding('utf8')
        response.on('error', () => undefined)
        response.on('data', (chunk: string) => {
          const events = `${rest}${chunk}`.split('\n\n')
          rest = events.pop() ?? ''
          for (const event of events) {
            const data = /^id: \d+\ndata: (.*)$/.exec(event)?.[1]
            if (data !== undefined) items.push(JSON.parse(data) as Item)
          }
        })
      })
      return { items, close: () => void asked.destroy() }
    },
  }
}

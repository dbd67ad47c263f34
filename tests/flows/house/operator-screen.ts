import { get } from 'node:http'
import type { InboxEvent } from '../../../handoff/inbox/protocol.ts'
import { type Answer, ask } from './ask.ts'

/** An operator's browser, as far as the server can tell. */
export interface OperatorScreen {
  /** The cookie it holds; empty while nobody is logged in. */
  cookie: string
  gets(path: string): Promise<Answer>
  posts(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>
  /** Follows the stream of changes until `close`. */
  follows(): { readonly events: readonly InboxEvent[]; readonly ended: Promise<void>; close(): void }
}

export function operatorScreen(
  url: string,
  cookie = '',
  always: Readonly<Record<string, string>> = {},
): OperatorScreen {
  const screen: OperatorScreen = {
    cookie,
    gets: (path) => ask(`${url}/inbox/api/${path}`, { headers: { ...always, cookie: screen.cookie } }),
    async posts(path, body, headers = {}) {
      const answer = await ask(`${url}/inbox/api/${path}`, {
        method: 'POST',
        headers: {
          ...always,
          cookie: screen.cookie,
          'content-type': 'application/json',
          'sec-fetch-site': 'same-origin',
          ...headers,
        },
        body: JSON.stringify(body),
      })
      const set = [answer.headers['set-cookie'] ?? []].flat()[0]
      if (set !== undefined) screen.cookie = set.split(';')[0] ?? ''
      return answer
    },
    follows() {
      const events: InboxEvent[] = []
      let rest = ''
      const asked = get(`${url}/inbox/api/events`, { headers: { cookie: screen.cookie }, agent: false })
      const ended = new Promise<void>((resolve) => asked.on('close', () => resolve()))
      asked.on('error', () => undefined)
      asked.on('response', (response) => {
        response.setEncoding('utf8')
        response.on('error', () => undefined)
        response.on('data', (chunk: string) => {
          const blocks = `${rest}${chunk}`.split('\n\n')
          rest = blocks.pop() ?? ''
          for (const block of blocks) {
            if (block.startsWith('data: ')) events.push(JSON.parse(block.slice(6)) as InboxEvent)
          }
        })
      })
      return { events, ended, close: () => void asked.destroy() }
    },
  }
  return screen
}

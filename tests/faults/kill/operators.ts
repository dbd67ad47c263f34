import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Queue, TicketSummary } from '../../../handoff/inbox/protocol.ts'
import { operatorId } from '../../../src/core/ids.ts'
import type { Store } from '../../../src/store/open.ts'

export interface Desk {
  /** They stop working; resolves to what they did. */
  stop(): Promise<{ readonly claims: number; readonly answers: number; readonly resolved: number }>
}

/**
 * Operators at their screens while gateways are being killed: each takes the next ticket by HTTP,
 * answers it, sometimes gives it back, and finishes it. A request that fails is repeated with its key.
 */
export async function startOperators(
  store: Store,
  url: string,
  count: number,
  random: () => number,
): Promise<Desk> {
  const done = { claims: 0, answers: 0, resolved: 0 }
  let isStopped = false
  const cookies = await Promise.all(
    Array.from({ length: count }, (_, index) => letIn(store, `operator-${index}`)),
  )

  async function work(cookie: string): Promise<void> {
    const ask = client(url, cookie)
    while (!isStopped) {
      await sleep(100 + random() * 300)
      const queue = await ask<Queue>('GET', 'queue')
      const next = queue?.tickets.find(({ state }) => state === 'waiting' || state === 'provisional')
      if (next === undefined) continue
      if ((await ask<TicketSummary>('POST', `tickets/${next.id}/claim`, {})) === undefined) continue
      done.claims++
      const answer = { text: `Отвечает оператор ${next.number}`, key: randomUUID() }
      for (let tries = 0; tries < 5; tries++) {
        if ((await ask('POST', `tickets/${next.id}/answer`, answer)) !== undefined) {
          done.answers++
          break
        }
        await sleep(300)
      }
      const end = random() < 0.2 ? 'release' : 'resolve'
      if ((await ask('POST', `tickets/${next.id}/${end}`, {})) !== undefined && end === 'resolve')
        done.resolved++
    }
  }

  const working = cookies.map(work)
  return {
    async stop() {
      isStopped = true
      await Promise.all(working)
      return done
    },
  }
}

/** An operator with a session, as a login would leave them; the login has tests of its own. */
async function letIn(store: Store, login: string): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const hash = createHash('sha256').update(token).digest('base64url')
  const now = store.clock.now()
  const operator = {
    id: operatorId(login),
    login,
    name: login,
    role: 'operator',
    locale: 'ru',
    disabled: false,
  } as const
  await store.transact(async (tx) => {
    await tx.addOperator(operator, now)
    await tx.addSession({ hash, operator: operator.id, createdAt: now, seenAt: now })
  })
  return token
}

function client(url: string, token: string) {
  return async function ask<Answer>(
    method: 'GET' | 'POST',
    path: string,
    body?: unknown,
  ): Promise<Answer | undefined> {
    try {
      const response = await fetch(`${url}/inbox/api/${path}`, {
        method,
        headers: {
          cookie: `okno=${token}`,
          'sec-fetch-site': 'same-origin',
          'content-type': 'application/json',
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(5_000),
      })
      return response.ok ? ((await response.json()) as Answer) : undefined
    } catch {
      return undefined
    }
  }
}

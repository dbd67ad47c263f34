import { Agent, request } from 'node:http'
import type { Ledger } from './ledger.ts'
import type { PendingUpdates } from './pending-updates.ts'
import { queueOf, type Update } from './update.ts'
import type { WebhookTarget } from './webhook.ts'

export interface WebhookSender {
  offer(update: Update): void
  stop(): void
}

export interface WebhookSenderDeps {
  readonly ledger: Ledger
  readonly pending: PendingUpdates
  /** The first failure is repeated at once, the next after this, then twice as long each time. ms. */
  readonly retryMs: number
}

const MOST_RETRY_MS = 60_000
const ANSWER_WITHIN_MS = 60_000

interface Queued {
  readonly update: Update
  failures: number
}

/**
 * Posts updates as Telegram does: several at once, those of one chat one after the other, each again and
 * again until it is answered with 2xx.
 */
export function startWebhookSender(target: WebhookTarget, deps: WebhookSenderDeps): WebhookSender {
  const agent = new Agent({ keepAlive: true, maxSockets: target.maxConnections })
  const queues = new Map<string, Queued[]>()
  const ready: string[] = []
  const timers = new Set<NodeJS.Timeout>()
  let underWay = 0
  let isStopped = false

  const pump = () => {
    while (!isStopped && underWay < target.maxConnections) {
      const name = ready.shift()
      if (name === undefined) return
      underWay++
      void deliver(name)
    }
  }

  const deliver = async (name: string) => {
    const queue = queues.get(name) ?? []
    const head = queue[0]
    if (head !== undefined) {
      deps.ledger.delivered(head.update.update_id)
      const answer = await post(target, agent, head.update)
      if (answer.ok) {
        deps.pending.acknowledge(head.update.update_id)
        queue.shift()
        if (queue.length > 0) ready.push(name)
        else queues.delete(name)
      } else {
        later(name, delay(head.failures++, answer.retryAfterMs, deps.retryMs))
      }
    }
    underWay--
    pump()
  }

  const later = (name: string, ms: number) => {
    if (isStopped) return
    const timer = setTimeout(() => {
      timers.delete(timer)
      ready.push(name)
      pump()
    }, ms)
    timers.add(timer)
  }

  return {
    offer(update) {
      const name = queueOf(update)
      const queue = queues.get(name)
      if (queue !== undefined) {
        queue.push({ update, failures: 0 })
        return
      }
      queues.set(name, [{ update, failures: 0 }])
      ready.push(name)
      pump()
    },
    stop() {
      isStopped = true
      for (const timer of timers) clearTimeout(timer)
      agent.destroy()
    },
  }
}

/** A `Retry-After` of the bot's is obeyed; else doubling. */
function delay(failures: number, retryAfterMs: number | undefined, retryMs: number): number {
  if (retryAfterMs !== undefined) return retryAfterMs
  return failures === 0 ? 0 : Math.min(MOST_RETRY_MS, retryMs * 2 ** (failures - 1))
}

type Answer = { readonly ok: true } | { readonly ok: false; readonly retryAfterMs: number | undefined }

function post({ url, secret }: WebhookTarget, agent: Agent, update: Update): Promise<Answer> {
  const body = JSON.stringify(update)
  const headers: Record<string, string | number> = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  }
  if (secret !== undefined) headers['x-telegram-bot-api-secret-token'] = secret
  return new Promise((resolve) => {
    const failed = () => resolve({ ok: false, retryAfterMs: undefined })
    const outgoing = request(
      url,
      { method: 'POST', agent, headers, timeout: ANSWER_WITHIN_MS },
      (response) => {
        response.resume()
        response.on('error', failed)
        response.on('end', () => {
          const { statusCode = 0 } = response
          if (statusCode >= 200 && statusCode < 300) resolve({ ok: true })
          else resolve({ ok: false, retryAfterMs: retryAfterMs(response.headers['retry-after']) })
        })
      },
    )
    outgoing.on('error', failed)
    outgoing.on('timeout', () => outgoing.destroy())
    outgoing.end(body)
  })
}

function retryAfterMs(header: string | undefined): number | undefined {
  const seconds = Number(header)
  return header !== undefined && seconds > 0 ? seconds * 1000 : undefined
}

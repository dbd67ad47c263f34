import type { Params } from './methods.ts'
import type { PendingUpdates } from './pending-updates.ts'
import { badRequest } from './refusal.ts'
import type { Update } from './update.ts'
import type { WebhookSender } from './webhook-sender.ts'

/** Whether and where updates are posted. */
export interface Webhook {
  set(params: Params): void
  remove(): void
  info(): unknown
  isSet(): boolean
  /** Posts an update, when there is a webhook. */
  offer(update: Update): void
}

export interface WebhookTarget {
  readonly url: URL
  readonly secret: string | undefined
  readonly maxConnections: number
}

export function createWebhook(
  pending: PendingUpdates,
  startSender: (target: WebhookTarget) => WebhookSender,
): Webhook {
  let current: { readonly target: WebhookTarget; readonly sender: WebhookSender } | undefined
  const remove = () => {
    current?.sender.stop()
    current = undefined
  }
  return {
    set(params) {
      const target = targetOf(params)
      const kinds = params['allowed_updates']
      if (params['drop_pending_updates'] === true) pending.drop()
      if (Array.isArray(kinds)) pending.allow(kinds.length === 0 ? undefined : kinds.map(String))
      // Told the same again Telegram goes on as it was.
      if (current !== undefined && target !== undefined && isSame(current.target, target)) return
      remove()
      if (target === undefined) return
      const sender = startSender(target)
      current = { target, sender }
      for (const update of pending.all()) sender.offer(update)
    },
    remove,
    info: () => ({
      url: current?.target.url.href ?? '',
      has_custom_certificate: false,
      pending_update_count: pending.size,
    }),
    isSet: () => current !== undefined,
    offer: (update) => current?.sender.offer(update),
  }
}

function isSame(one: WebhookTarget, other: WebhookTarget): boolean {
  return (
    one.url.href === other.url.href &&
    one.secret === other.secret &&
    one.maxConnections === other.maxConnections
  )
}

/** An empty address takes the webhook away. Plain http is let through, which Telegram itself refuses. */
function targetOf(params: Params): WebhookTarget | undefined {
  const { url, secret_token: secret, max_connections: connections = 40 } = params
  if (typeof url !== 'string') throw badRequest('bad webhook: invalid webhook URL specified')
  if (url === '') return undefined
  if (!URL.canParse(url)) throw badRequest('bad webhook: invalid webhook URL specified')
  if (secret !== undefined && (typeof secret !== 'string' || !/^[\w-]{1,256}$/.test(secret))) {
    throw badRequest('secret token contains unallowed characters')
  }
  const most = Number(connections)
  return { url: new URL(url), secret, maxConnections: Math.min(Math.max(most, 1), 100) }
}

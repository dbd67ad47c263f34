import express from 'express'
import type { Channel, WebhookDoor } from '../contracts/channel.ts'
import { acknowledgeChoices } from './acknowledge.ts'
import type { Admission } from './admission.ts'
import { faultName } from './fault-name.ts'
import { type KeepDeps, keep } from './keep.ts'

/** No platform's update is larger. */
const MOST_BYTES = 1_000_000
const RETRY_AFTER_S = '2'

export interface WebhookDeps extends KeepDeps {
  readonly admission: Admission
}

/** The doors of the channels that call us: `POST /webhooks/<channel>`. */
export function createWebhooks(channels: readonly Channel[], deps: WebhookDeps): express.Router {
  const router = express.Router()
  for (const channel of channels) {
    const { door, name } = channel
    if (door.kind !== 'webhook') continue
    const raw = express.raw({ type: () => true, limit: MOST_BYTES, inflate: false })
    router.post(`/webhooks/${name}`, raw, (request, response) =>
      answer(channel, door, deps, request, response),
    )
  }
  return router
}

/**
 * Not verified: 401. Verified: kept, then 200, whatever it was; the platform repeats anything else.
 * 503 when we are behind or cannot write, and nothing of it is kept then.
 */
async function answer(
  channel: Channel,
  door: WebhookDoor,
  deps: WebhookDeps,
  request: express.Request,
  response: express.Response,
): Promise<void> {
  const received = door.receive({
    headers: request.headers as Record<string, string | undefined>,
    query: request.url.split('?')[1] ?? '',
    body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
  })
  if (received.kind === 'unverified') {
    deps.log.warn('door.unverified', { channel: channel.name })
    response.sendStatus(401)
    return
  }
  if (deps.admission.overloaded()) {
    response.setHeader('Retry-After', RETRY_AFTER_S).sendStatus(503)
    return
  }
  try {
    await keep(deps, channel.name, received.events)
  } catch (error) {
    deps.log.alarm('door.not-kept', { channel: channel.name, fault: faultName(error) })
    response.setHeader('Retry-After', RETRY_AFTER_S).sendStatus(503)
    return
  }
  response.status(200).send(received.reply ?? '')
  acknowledgeChoices(channel, received.events)
}

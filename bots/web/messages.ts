import type { ErrorRequestHandler } from 'express'
import express from 'express'
import type { Clock } from '../../src/contracts/clock.ts'
import type { ChannelName } from '../../src/core/ids.ts'
import type { Door } from './door.ts'
import { parseMessage } from './parse.ts'
import { refuse } from './refusal.ts'
import { chatOf } from './token.ts'

/** 100 000 characters of any script fit, and their JSON. */
const BODY_MAX = '300kb'

export interface MessagesDeps {
  readonly name: ChannelName
  readonly clock: Clock
  readonly overloaded: () => boolean
}

/** `POST /`: what a citizen says. Answered with 202 when it is durable, not sooner. */
export function createMessages({ name, clock, overloaded }: MessagesDeps, door: Door): express.Router {
  const router = express.Router()
  router.use(express.json({ limit: BODY_MAX }))

  router.post('/', async (request, response) => {
    response.set('Cache-Control', 'no-store')
    const chat = chatOf(request)
    if (chat === undefined) return refuse(request, response, 'token-missing')
    if (request.body === undefined) return refuse(request, response, 'body-unreadable')
    const parsed = parseMessage(request.body, { channel: name, chat }, clock.now())
    if (!parsed.ok) return refuse(request, response, 'message-invalid', { list: parsed.faults })
    if (!door.open || overloaded()) return refuse(request, response, 'not-now')

    const kept = await door.tell({ kind: 'inbound', inbound: parsed.inbound }).then(
      () => true,
      () => false,
    )
    if (!kept) return refuse(request, response, 'not-now')
    response.status(202).json({ id: parsed.id })
  })

  router.use(unreadable)
  return router
}

/** What `express.json` throws. The fault never repeats the body. */
const unreadable: ErrorRequestHandler = (error: unknown, request, response, next) => {
  const status = error instanceof Error && 'status' in error ? error.status : undefined
  if (status === 413) return refuse(request, response, 'body-too-large')
  if (typeof status === 'number' && status < 500) return refuse(request, response, 'body-unreadable')
  next(error)
}

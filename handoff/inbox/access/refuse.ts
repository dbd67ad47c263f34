import type express from 'express'
import type { Refusal, RefusalCode } from '../protocol.ts'

const STATUS: Readonly<Partial<Record<RefusalCode, number>>> = {
  invalid: 400,
  'wrong-login': 401,
  'not-logged-in': 401,
  forbidden: 403,
  'not-found': 404,
  'link-dead': 404,
  'login-taken': 409,
  'last-administrator': 409,
  locked: 429,
  overloaded: 503,
}

export function refuse(response: express.Response, refusal: Refusal): void {
  if (refusal.retryAfterMs !== undefined)
    response.setHeader('retry-after', Math.ceil(refusal.retryAfterMs / 1000))
  response.status(STATUS[refusal.error] ?? 400).json(refusal)
}

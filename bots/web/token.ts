import { createHash } from 'node:crypto'
import type { Request } from 'express'

/** 32 bytes in base64url. */
const BEARER = /^Bearer ([A-Za-z0-9_-]{43})$/

/**
 * The chat that the request's token opens, or undefined without a proper token. Only the hash is ever
 * kept, so that nobody who reads the database can speak for a citizen.
 */
export function chatOf(request: Request): string | undefined {
  const token = BEARER.exec(request.headers.authorization ?? '')?.[1]
  if (token === undefined) return undefined
  return createHash('sha256').update(token).digest('base64url')
}

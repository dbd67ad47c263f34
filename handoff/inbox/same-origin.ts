import type express from 'express'
import type { Refusal } from './protocol.ts'

/**
 * A request that changes something comes from our own page and says JSON, which no form of another site
 * can: `Sec-Fetch-Site` where the browser sends it, else a matching `Origin`. With neither it is refused.
 */
export const onlySameOrigin: express.RequestHandler = (request, response, next) => {
  if (request.method === 'GET' || request.method === 'HEAD') return next()
  if (request.method === 'POST' && isJson(request) && isSameOrigin(request)) return next()
  const refusal: Refusal = { error: 'forbidden' }
  response.status(403).json(refusal)
}

const isJson = (request: express.Request): boolean =>
  /^application\/json(;|$)/i.test(request.headers['content-type'] ?? '')

function isSameOrigin({ headers }: express.Request): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin'
  const { origin, host } = headers
  return origin !== undefined && host !== undefined && URL.canParse(origin) && new URL(origin).host === host
}

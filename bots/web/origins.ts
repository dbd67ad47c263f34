import type { Request, RequestHandler } from 'express'
import { refuse } from './refusal.ts'

const DAY_S = '86400'

/**
 * Lets in our own pages, what is no browser, and the named sites. Everybody else is told which
 * setting is meant; that answer is readable from anywhere, so that the widget can show it.
 */
export function onlyFrom(origins: readonly string[]): RequestHandler {
  const anyone = origins.includes('*')
  const named = new Set(origins)

  return (request, response, next) => {
    response.vary('Origin')
    const origin = request.get('origin')
    if (origin === undefined || isOwn(origin, request)) {
      next()
      return
    }
    if (!anyone && !named.has(origin)) {
      response.set('Access-Control-Allow-Origin', '*')
      refuse(request, response, 'origin-forbidden', { origin: origin.slice(0, 200) })
      return
    }
    response.set('Access-Control-Allow-Origin', origin)
    response.set('Access-Control-Expose-Headers', 'Retry-After')
    response.set('Cross-Origin-Resource-Policy', 'cross-origin')
    if (request.method !== 'OPTIONS') {
      next()
      return
    }
    response.set('Access-Control-Allow-Methods', 'GET, POST')
    response.set('Access-Control-Allow-Headers', 'Authorization, Content-Type, Accept-Language')
    response.set('Access-Control-Max-Age', DAY_S)
    response.status(204).end()
  }
}

/** The scheme is left out: behind a proxy that ends TLS we may not know our own. */
function isOwn(origin: string, request: Request): boolean {
  return URL.canParse(origin) && new URL(origin).host === request.host
}

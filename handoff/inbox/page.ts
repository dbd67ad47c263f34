import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import express from 'express'
import type { InboxDeps } from './deps.ts'
import { PAGE } from './words/page.ts'

/** Of a page's own origin only; Mantine's style element has a nonce. */
const policy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "font-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

export interface Page {
  readonly router: express.Router
  /** Builds the page now, so that the first operator need not wait for it. */
  prepare(): void
}

/** The operators' page under `/inbox/`: hashed files for ever, the page itself with a nonce of its own. */
export function createPage({
  build,
  randomBytes,
  log,
}: Pick<InboxDeps, 'build' | 'randomBytes' | 'log'>): Page {
  const router = express.Router()
  let folder: string | undefined
  let state: 'not yet' | 'building' | 'built' | 'broken' = 'not yet'

  async function prepare(): Promise<void> {
    if (state !== 'not yet') return
    state = 'building'
    try {
      folder = await build()
      state = 'built'
    } catch (error) {
      state = 'broken'
      log.alarm('inbox.not-built', { fault: error instanceof Error ? error.name : typeof error })
    }
  }

  router.use('/assets', (request, response, next) => {
    if (folder === undefined) return next()
    const files = express.static(join(folder, 'assets'), {
      immutable: true,
      maxAge: '365d',
      index: false,
      redirect: false,
    })
    return files(request, response, next)
  })
  router.get(/^\/(?!api\/|assets\/).*$/, async (request, response) => {
    response.setHeader('cache-control', 'no-store')
    if (folder === undefined) {
      void prepare()
      return notYet(request, response, state === 'broken')
    }
    const nonce = randomBytes(16).toString('base64')
    const html = await readFile(join(folder, 'index.html'), 'utf8')
    response.setHeader('content-security-policy', policy(nonce))
    response.type('html').send(html.replaceAll('__CSP_NONCE__', nonce))
  })
  return { router, prepare: () => void prepare() }
}

/** A browser comes again by itself: the page is built at the first start only, in a second or two. */
function notYet(request: express.Request, response: express.Response, isBroken: boolean): void {
  const words = PAGE[request.acceptsLanguages('ru', 'en') === 'en' ? 'en' : 'ru']
  if (!isBroken) response.setHeader('refresh', '1')
  response
    .status(isBroken ? 500 : 503)
    .type('text/plain; charset=utf-8')
    .send(isBroken ? words.broken : words.building)
}

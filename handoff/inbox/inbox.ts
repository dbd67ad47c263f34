import express from 'express'
import { type Access, createAccess } from './access/access.ts'
import type { InboxDeps } from './deps.ts'
import { createDeskRoutes } from './desk-routes.ts'
import { createLive } from './live.ts'
import { createPage } from './page.ts'
import type { Refusal } from './protocol.ts'
import { remembered } from './remembered.ts'
import { onlySameOrigin } from './same-origin.ts'

const MOST_BYTES = 64 * 1024
/** Masking takes longer than all else about a line of the queue, and most lines are asked for again. */
const PREVIEWS = 10_000

export interface Inbox {
  readonly router: express.Router
  /** The way in of the first administrator, while there is none. */
  firstLink: Access['firstLink']
  /** Builds the page, if it must be, before anybody asks for it. */
  prepare(): void
  stop(): void
}

/** The operators' inbox: its page, its API and its stream of changes, all under `/inbox`. */
export function createInbox(given: InboxDeps): Inbox {
  const deps = { ...given, previewOf: remembered(given.previewOf, PREVIEWS) }
  const isSecure = deps.publicUrl.startsWith('https:')
  const access = createAccess({ ...deps, isSecure })
  const live = createLive(deps, access)

  const api = express.Router()
  api.use((_request, response, next) => {
    response.setHeader('cache-control', 'no-store')
    next()
  })
  api.use(onlySameOrigin, express.json({ limit: MOST_BYTES, inflate: false, strict: true }))
  api.get('/events', live.open)
  api.use(access.router)
  api.use(createDeskRoutes(deps, access))
  api.use((_request, response) => {
    const refusal: Refusal = { error: 'not-found' }
    response.status(404).json(refusal)
  })

  const router = express.Router()
  router.use('/inbox/api', api)
  const page = createPage(deps)
  router.use('/inbox', page.router)
  return { router, prepare: page.prepare, firstLink: () => access.firstLink(), stop: () => live.stop() }
}

import express from 'express'
import type { Operator } from '../../../src/core/operator.ts'
import { createCookie } from './cookie.ts'
import type { AccessDeps } from './deps.ts'
import { createDoor } from './door.ts'
import { linkRoutes } from './link-routes.ts'
import { addLink } from './links.ts'
import { operatorRoutes } from './operator-routes.ts'
import { createPasswords } from './passwords.ts'
import { sessionRoutes } from './session-routes.ts'
import { keepAlive } from './sessions.ts'
import { newToken } from './token.ts'

/** How operators come into the inbox. */
export interface Access {
  /** Mounted under `/inbox/api`: bodies are parsed JSON already, and asked for by our own page. */
  readonly router: express.Router
  /** Who asks; undefined when nobody is logged in. Touches the session at most once a minute. */
  who(request: express.Request): Promise<Entered | undefined>
  /** A one-time link, good for an hour, in place of older ones; undefined when there is an administrator. */
  firstLink(): Promise<string | undefined>
  /** Who of these sessions, given by their hashes, is still in; whoever is, is seen to be at work. */
  alive(sessions: readonly string[]): Promise<ReadonlyMap<string, Operator>>
  /** Calls back when a session may have ended, or an operator changed, in this process. */
  onChange(look: () => void): void
}

export interface Entered {
  readonly operator: Operator
  /** The session's hash. */
  readonly session: string
}

export function createAccess(deps: AccessDeps): Access {
  const { transact, clock, randomBytes, publicUrl } = deps
  const door = createDoor(deps, createCookie(deps.isSecure))
  const passwords = createPasswords()
  const lookers = new Set<() => void>()
  const router = express.Router()
  router.use(tellAfterPost(lookers))
  router.use(sessionRoutes(deps, door, passwords))
  router.use(linkRoutes(deps, door, passwords))
  router.use(operatorRoutes(deps, door))

  return {
    router,

    async who(request) {
      const visit = await door.visitOf(request)
      return visit && { operator: visit.operator, session: visit.session.hash }
    },

    async firstLink() {
      const { token, hash } = newToken(randomBytes)
      const isMade = await transact(async (tx) => {
        if ((await tx.administrators()) > 0) return false
        const link = {
          hash,
          kind: 'first-administrator',
          operator: undefined,
          role: 'administrator',
        } as const
        await addLink(tx, link, clock.now())
        return true
      })
      return isMade ? `${publicUrl}/inbox/link/${token}` : undefined
    },

    alive: (sessions) => transact((tx) => keepAlive(tx, sessions, clock.now())),
    onChange: (look) => void lookers.add(look),
  }
}

/** Whatever was posted with success may have ended a session or changed an operator. */
function tellAfterPost(lookers: ReadonlySet<() => void>): express.RequestHandler {
  return (request, response, next) => {
    if (request.method === 'POST') {
      response.once('finish', () => {
        if (response.statusCode < 400) for (const look of lookers) look()
      })
    }
    next()
  }
}

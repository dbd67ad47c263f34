import type express from 'express'
import type { z } from 'zod'
import type { Me } from '../protocol.ts'
import type { Cookie } from './cookie.ts'
import type { AccessDeps } from './deps.ts'
import { Overloaded } from './few-at-once.ts'
import { fieldsOf } from './forms.ts'
import { refuse } from './refuse.ts'
import { ABSOLUTE_MS, findVisit, IDLE_MS, touchVisit, type Visit } from './sessions.ts'
import { hashOf } from './token.ts'

type Handler = (request: express.Request, response: express.Response) => Promise<void>
type VisitHandler = (visit: Visit, request: express.Request, response: express.Response) => Promise<void>

/** What every route of the access needs at its door. */
export interface Door {
  visitOf(request: express.Request): Promise<Visit | undefined>
  /** The hash of the session that came along, good or not. */
  sessionOf(request: express.Request): string | undefined
  /** For everybody. */
  open(handle: Handler): express.RequestHandler
  /** For whoever is logged in; else 401. */
  entered(handle: VisitHandler): express.RequestHandler
  /** For administrators; else 401 or 403. */
  administrator(handle: VisitHandler): express.RequestHandler
  /** The body if it is this form; else it was refused, field by field. */
  read<Form>(form: z.ZodType<Form>, request: express.Request, response: express.Response): Form | undefined
  letIn(response: express.Response, visit: Visit, token: string): void
  letOut(response: express.Response): void
}

export function createDoor({ transact, clock }: AccessDeps, cookie: Cookie): Door {
  const sessionOf = (request: express.Request): string | undefined => {
    const token = cookie.read(request.headers.cookie)
    return token === undefined ? undefined : hashOf(token)
  }

  async function visitOf(request: express.Request): Promise<Visit | undefined> {
    const hash = sessionOf(request)
    if (hash === undefined) return undefined
    const now = clock.now()
    return await transact(async (tx) => {
      const visit = await findVisit(tx, hash, now)
      return visit && (await touchVisit(tx, visit, now))
    })
  }

  const open =
    (handle: Handler): express.RequestHandler =>
    async (request, response) => {
      try {
        await handle(request, response)
      } catch (error) {
        if (!(error instanceof Overloaded)) throw error
        refuse(response, { error: 'overloaded' })
      }
    }

  const entered = (handle: VisitHandler): express.RequestHandler =>
    open(async (request, response) => {
      const visit = await visitOf(request)
      if (visit === undefined) refuse(response, { error: 'not-logged-in' })
      else await handle(visit, request, response)
    })

  return {
    visitOf,
    sessionOf,
    open,
    entered,
    administrator: (handle) =>
      entered(async (visit, request, response) => {
        if (visit.operator.role !== 'administrator') refuse(response, { error: 'forbidden' })
        else await handle(visit, request, response)
      }),
    read(form, request, response) {
      const result = form.safeParse(request.body)
      if (result.success) return result.data
      refuse(response, { error: 'invalid', fields: fieldsOf(result.error) })
      return undefined
    },
    letIn(response, visit, token) {
      response.setHeader('set-cookie', cookie.give(token))
      response.json(meOf(visit))
    },
    letOut: (response) => void response.setHeader('set-cookie', cookie.take()),
  }
}

export function meOf({ operator, session }: Visit): Me {
  const { id, login, name, role, locale } = operator
  const endsAt = session.createdAt + ABSOLUTE_MS
  return { id, login, name, role, locale, idleUntil: Math.min(session.seenAt + IDLE_MS, endsAt), endsAt }
}

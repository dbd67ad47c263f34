import express from 'express'
import type { AccessTx } from '../../../src/contracts/inbox-store.ts'
import { type OperatorId, operatorId } from '../../../src/core/ids.ts'
import type { LinkInfo, RefusalCode } from '../protocol.ts'
import type { AccessDeps } from './deps.ts'
import type { Door } from './door.ts'
import { FirstLinkForm, LinkForm } from './forms.ts'
import { endLinksOf, type LiveLink, liveLink } from './links.ts'
import { passwordFault } from './password-rules.ts'
import type { Passwords } from './passwords.ts'
import { refuse } from './refuse.ts'
import { openVisit, type Visit } from './sessions.ts'
import { takeTurns } from './take-turns.ts'
import { hashOf, newToken } from './token.ts'

const MOST_UNITS = 64

/** What somebody chose at a link, with everything that is needed to make it so. */
interface Chosen {
  readonly link: string
  readonly passwordHash: string
  /** Of the first administrator only. */
  readonly person: { readonly login: string; readonly name: string } | undefined
  readonly session: { readonly hash: string; readonly before: string | undefined; readonly now: number }
}

/** One-time links: an invitation, a reset, and the first administrator's. */
export function linkRoutes(deps: AccessDeps, door: Door, passwords: Passwords): express.Router {
  const { transact, clock, log, randomBytes } = deps
  const router = express.Router()

  async function liveOf(request: express.Request): Promise<LiveLink | undefined> {
    const token = request.params['token']
    if (typeof token !== 'string' || token.length > MOST_UNITS) return undefined
    return await transact((tx) => liveLink(tx, hashOf(token), clock.now()))
  }

  router.get(
    '/links/:token',
    door.open(async (request, response) => {
      const live = await liveOf(request)
      if (live === undefined) return refuse(response, { error: 'link-dead' })
      const { link, operator } = live
      const info: LinkInfo = {
        kind: link.kind,
        login: operator?.login,
        name: operator?.name,
        expiresAt: link.expiresAt,
      }
      response.json(info)
    }),
  )

  router.post(
    '/links/:token',
    door.open(async (request, response) => {
      const live = await liveOf(request)
      if (live === undefined) return refuse(response, { error: 'link-dead' })
      const isFirst = live.operator === undefined
      const form = door.read<FormOfLink>(isFirst ? FirstLinkForm : LinkForm, request, response)
      if (form === undefined) return
      const fault = passwordFault(form.password, form.login ?? live.operator?.login ?? '')
      if (fault !== undefined) return refuse(response, { error: 'invalid', fields: { password: fault } })
      const { token, hash } = newToken(randomBytes)
      const chosen: Chosen = {
        link: live.link.hash,
        passwordHash: await passwords.hash(form.password),
        person: isFirst ? { login: form.login ?? '', name: form.name ?? '' } : undefined,
        session: { hash, before: door.sessionOf(request), now: clock.now() },
      }
      const newId = randomBytes(12).toString('base64url')
      const used = await transact((tx) => goThrough(tx, chosen, newId))
      if (typeof used === 'string') return refuse(response, { error: used })
      log.info('access.link-used', { kind: live.link.kind, operator: used.operator.id })
      door.letIn(response, used, token)
    }),
  )

  return router
}

interface FormOfLink {
  readonly password: string
  readonly login?: string
  readonly name?: string
}

/** Everything in one transaction: of two who come with the same link one is in, and the other finds it dead. */
async function goThrough(tx: AccessTx, chosen: Chosen, newId: string): Promise<Visit | RefusalCode> {
  const { link, person, session } = chosen
  await takeTurns(tx, 'administrators', session.now)
  const live = await liveLink(tx, link, session.now)
  if (live === undefined) return 'link-dead'
  const operator = live.operator ?? (person && (await addFirst(tx, { ...person, id: newId }, session.now)))
  if (operator === undefined) return 'login-taken'
  return await settle(tx, operator.id, chosen)
}

async function settle(tx: AccessTx, id: OperatorId, chosen: Chosen): Promise<Visit> {
  const isOurs = await tx.spendLink(chosen.link, chosen.session.now)
  if (!isOurs) throw new Error('a link was used twice')
  await tx.changeOperator(id, { passwordHash: chosen.passwordHash })
  await tx.endSessions(id)
  await endLinksOf(tx, id)
  return await openVisit(tx, id, chosen.session)
}

interface Person {
  readonly id: string
  readonly login: string
  readonly name: string
}

const addFirst = (tx: AccessTx, { id, login, name }: Person, now: number) =>
  tx.addOperator(
    { id: operatorId(id), login, name, role: 'administrator', locale: 'ru', disabled: false },
    now,
  )

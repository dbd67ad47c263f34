import express from 'express'
import type { AccessDeps } from './deps.ts'
import { type Door, meOf } from './door.ts'
import { EmptyForm, isLogin, LocaleForm, LoginForm, OwnPasswordForm } from './forms.ts'
import { type Attempt, beginAttempt, endAttempt } from './lockout.ts'
import { passwordFault } from './password-rules.ts'
import type { Passwords } from './passwords.ts'
import { refuse } from './refuse.ts'
import { openVisit, type Visit } from './sessions.ts'
import { newToken } from './token.ts'

/** Coming in, going out, and what one may change about oneself. */
export function sessionRoutes(deps: AccessDeps, door: Door, passwords: Passwords): express.Router {
  const { transact, clock, log, randomBytes } = deps
  const router = express.Router()

  /** Refuses and resolves to false when it may not be tried now. */
  async function mayTry(attempt: Attempt, response: express.Response): Promise<boolean> {
    const retryAfterMs = await transact((tx) => beginAttempt(tx, attempt, clock.now()))
    if (retryAfterMs === undefined) return true
    log.warn('access.locked', {})
    refuse(response, { error: 'locked', retryAfterMs })
    return false
  }

  /** The operator's hash is read once and compared with once: a reset in between wins. */
  async function logIn(form: { readonly password: string }, attempt: Attempt, before: string | undefined) {
    const { login } = attempt
    const known = login === undefined ? undefined : await transact((tx) => tx.operatorByLogin(login))
    const isRight = await passwords.isRight(known?.passwordHash, form.password)
    if (known === undefined || !isRight) return undefined
    const { token, hash } = newToken(randomBytes)
    const now = clock.now()
    const visit = await transact(async (tx): Promise<Visit | undefined> => {
      const operator = await tx.operator(known.id)
      if (operator === undefined || operator.disabled || operator.passwordHash !== known.passwordHash)
        return undefined
      await endAttempt(tx, attempt, now)
      return await openVisit(tx, operator.id, { hash, before, now })
    })
    return visit && { visit, token }
  }

  router.post(
    '/login',
    door.open(async (request, response) => {
      const form = door.read(LoginForm, request, response)
      if (form === undefined) return
      const attempt = attemptOf(form.login, request)
      if (!(await mayTry(attempt, response))) return
      const entry = await logIn(form, attempt, door.sessionOf(request))
      if (entry === undefined) {
        log.warn('access.wrong', {})
        return refuse(response, { error: 'wrong-login' })
      }
      log.info('access.login', { operator: entry.visit.operator.id })
      door.letIn(response, entry.visit, entry.token)
    }),
  )

  router.post(
    '/logout',
    door.open(async (request, response) => {
      if (door.read(EmptyForm, request, response) === undefined) return
      const hash = door.sessionOf(request)
      if (hash !== undefined) await transact((tx) => tx.endSession(hash))
      door.letOut(response)
      response.json({})
    }),
  )

  router.get(
    '/me',
    door.entered(async (visit, _request, response) => void response.json(meOf(visit))),
  )

  router.post(
    '/password',
    door.entered(async ({ operator, session }, request, response) => {
      const form = door.read(OwnPasswordForm, request, response)
      if (form === undefined) return
      const fault = passwordFault(form.password, operator.login)
      if (fault !== undefined) return refuse(response, { error: 'invalid', fields: { password: fault } })
      const attempt = attemptOf(operator.login, request)
      if (!(await mayTry(attempt, response))) return
      const kept = (await transact((tx) => tx.operator(operator.id)))?.passwordHash
      if (!(await passwords.isRight(kept, form.old))) return refuse(response, { error: 'forbidden' })
      const passwordHash = await passwords.hash(form.password)
      const isChanged = await transact(async (tx) => {
        if ((await tx.session(session.hash)) === undefined) return false
        if ((await tx.operator(operator.id))?.passwordHash !== kept) return false
        await endAttempt(tx, attempt, clock.now())
        await tx.changeOperator(operator.id, { passwordHash })
        await tx.endSessions(operator.id, session.hash)
        return true
      })
      if (!isChanged) return refuse(response, { error: 'not-logged-in' })
      log.info('access.password', { operator: operator.id })
      response.json({})
    }),
  )

  router.post(
    '/locale',
    door.entered(async (visit, request, response) => {
      const form = door.read(LocaleForm, request, response)
      if (form === undefined) return
      await transact((tx) => tx.changeOperator(visit.operator.id, form))
      response.json(meOf({ ...visit, operator: { ...visit.operator, ...form } }))
    }),
  )

  return router
}

function attemptOf(login: string, request: express.Request): Attempt {
  return { login: isLogin(login) ? login : undefined, ip: request.ip ?? 'unknown' }
}

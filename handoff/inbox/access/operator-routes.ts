import express from 'express'
import type { AccessTx, OperatorAccess } from '../../../src/contracts/inbox-store.ts'
import { operatorId } from '../../../src/core/ids.ts'
import type { OperatorRow, RefusalCode } from '../protocol.ts'
import type { AccessDeps } from './deps.ts'
import type { Door } from './door.ts'
import { EmptyForm, NewOperatorForm } from './forms.ts'
import { addLink, endLinksOf } from './links.ts'
import { refuse } from './refuse.ts'
import { takeTurns } from './take-turns.ts'
import { newToken } from './token.ts'

type Change = (tx: AccessTx, operator: OperatorAccess) => Promise<RefusalCode | undefined>

/** Who may come in, for administrators. */
export function operatorRoutes(deps: AccessDeps, door: Door): express.Router {
  const { transact, clock, log, randomBytes, publicUrl } = deps
  const router = express.Router()

  router.get(
    '/operators',
    door.administrator(async (_visit, _request, response) => {
      const operators = await transact((tx) => tx.operators())
      response.json({ operators: operators.map(rowOf) })
    }),
  )

  router.post(
    '/operators',
    door.administrator(async ({ operator: by }, request, response) => {
      const form = door.read(NewOperatorForm, request, response)
      if (form === undefined) return
      const id = operatorId(randomBytes(12).toString('base64url'))
      const { token, hash } = newToken(randomBytes)
      const added = await transact(async (tx) => {
        const now = clock.now()
        const operator = await tx.addOperator({ ...form, id, locale: by.locale, disabled: false }, now)
        if (operator === undefined) return undefined
        await addLink(tx, { hash, kind: 'invitation', operator: id, role: form.role }, now)
        return operator
      })
      if (added === undefined) return refuse(response, { error: 'login-taken' })
      log.info('access.invited', { operator: id, by: by.id })
      response.json({ operator: rowOf(added), link: linkTo(token) })
    }),
  )

  const linkTo = (token: string): string => `${publicUrl}/inbox/link/${token}`

  /** A change to one operator: nobody else changes who the administrators are at the same time. */
  const verb = (name: string, change: Change, answer: (operator: OperatorAccess) => unknown) =>
    door.administrator(async ({ operator: by }, request, response) => {
      if (door.read(EmptyForm, request, response) === undefined) return
      const id = operatorId(String(request.params['id']))
      const changed = await transact(async (tx): Promise<OperatorAccess | RefusalCode> => {
        await takeTurns(tx, 'administrators', clock.now())
        const operator = await tx.operator(id)
        if (operator === undefined) return 'not-found'
        return (await change(tx, operator)) ?? (await tx.operator(id)) ?? 'not-found'
      })
      if (typeof changed === 'string') return refuse(response, { error: changed })
      log.info(`access.${name}`, { operator: changed.id, by: by.id })
      response.json(answer(changed))
    })

  router.post('/operators/:id/disable', verb('disabled', disable, rowOf))
  router.post('/operators/:id/enable', verb('enabled', enable, rowOf))
  router.post('/operators/:id/reset', (request, response, next) => {
    const { token, hash } = newToken(randomBytes)
    const change: Change = (tx, operator) => reset(tx, operator, hash, clock.now())
    const answer = (operator: OperatorAccess) => ({ operator: rowOf(operator), link: linkTo(token) })
    return verb('reset', change, answer)(request, response, next)
  })

  return router
}

/** May log in and look after the others. */
const isAdministrator = ({ role, disabled, passwordHash }: OperatorAccess): boolean =>
  role === 'administrator' && !disabled && passwordHash !== undefined

async function isLast(tx: AccessTx, operator: OperatorAccess): Promise<boolean> {
  return isAdministrator(operator) && (await tx.administrators()) <= 1
}

async function disable(tx: AccessTx, operator: OperatorAccess): Promise<RefusalCode | undefined> {
  if (await isLast(tx, operator)) return 'last-administrator'
  await tx.changeOperator(operator.id, { disabled: true })
  await tx.endSessions(operator.id)
  await endLinksOf(tx, operator.id)
  return undefined
}

async function enable(tx: AccessTx, { id }: OperatorAccess): Promise<undefined> {
  await tx.changeOperator(id, { disabled: false })
}

/** The old password is dead at once. Who never was here is invited once more. */
async function reset(
  tx: AccessTx,
  operator: OperatorAccess,
  hash: string,
  now: number,
): Promise<RefusalCode | undefined> {
  if (await isLast(tx, operator)) return 'last-administrator'
  const kind = operator.lastSeenAt === undefined ? 'invitation' : 'reset'
  await tx.changeOperator(operator.id, { passwordHash: null })
  await tx.endSessions(operator.id)
  await addLink(tx, { hash, kind, operator: operator.id, role: operator.role }, now)
  return undefined
}

function rowOf({ id, login, name, role, disabled, passwordHash, lastSeenAt }: OperatorAccess): OperatorRow {
  return { id, login, name, role, disabled, active: passwordHash !== undefined, lastSeenAt }
}

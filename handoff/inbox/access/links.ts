import type { AccessTx, OneTimeLink, OperatorAccess } from '../../../src/contracts/inbox-store.ts'
import type { OperatorId } from '../../../src/core/ids.ts'
import type { Role } from '../../../src/core/operator.ts'

const LASTS_MS: Readonly<Record<OneTimeLink['kind'], number>> = {
  'first-administrator': 3_600_000,
  invitation: 7 * 86_400_000,
  reset: 30 * 60_000,
}

/** A link that may be used, and whose it is; nobody's yet when it makes the first administrator. */
export interface LiveLink {
  readonly link: OneTimeLink
  readonly operator: OperatorAccess | undefined
}

export interface NewLink {
  readonly hash: string
  readonly kind: OneTimeLink['kind']
  readonly operator: OperatorId | undefined
  readonly role: Role
}

/** Writes a link down; those that lay about unused for the same person are dead now. */
export async function addLink(tx: AccessTx, link: NewLink, now: number): Promise<void> {
  await endLinksOf(tx, link.operator)
  await tx.addLink({ ...link, expiresAt: now + LASTS_MS[link.kind], usedAt: undefined })
}

export async function endLinksOf(tx: AccessTx, operator: OperatorId | undefined): Promise<void> {
  if (operator === undefined) return await tx.endLinks('first-administrator', undefined)
  await tx.endLinks('invitation', operator)
  await tx.endLinks('reset', operator)
}

/** Undefined when it is unknown, used, expired, a disabled operator's, or would make a second first one. */
export async function liveLink(tx: AccessTx, hash: string, now: number): Promise<LiveLink | undefined> {
  const link = await tx.link(hash)
  if (link === undefined || link.usedAt !== undefined || now >= link.expiresAt) return undefined
  if (link.kind === 'first-administrator')
    return (await tx.administrators()) === 0 ? { link, operator: undefined } : undefined
  const operator = link.operator && (await tx.operator(link.operator))
  return operator === undefined || operator.disabled ? undefined : { link, operator }
}

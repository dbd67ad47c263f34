import { type Act, type Result, refuse } from './act.ts'
import type { Tx } from './deps.ts'

export interface Noting extends Act {
  readonly text: string
  readonly key: string
}

/** A word for colleagues, in the transcript and never to the citizen. Anybody may write one. */
export async function noteTicket(tx: Tx, { ticket: id, operator, text, key, at }: Noting): Promise<Result> {
  const held = await tx.lockTicket(id)
  if (held === undefined) return refuse('not-found')
  const { ticket, conversation } = held
  if (!(await tx.takeKey(`note ${key}`, at))) return { ok: true, ticket }
  await tx.addNote(conversation.id, { operator: operator.id, text }, at)
  const noted = await tx.moveTicket(ticket, {})
  return noted === undefined ? refuse('not-found') : { ok: true, ticket: noted }
}

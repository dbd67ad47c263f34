import { type Act, type Result, refuse } from './act.ts'
import type { DeskDeps, Tx } from './deps.ts'

export interface Answer extends Act {
  readonly text: string
  /** Made once by the screen: the same answer, repeated, goes out once. */
  readonly key: string
}

/** Answers the citizen by the same outbox that the bot has. Only who has the ticket may. */
export async function answerCitizen(tx: Tx, answer: Answer, deps: DeskDeps): Promise<Result> {
  const { ticket: id, operator, text, key, at } = answer
  const held = await tx.lockTicket(id)
  if (held === undefined) return refuse('not-found')
  const { ticket, conversation } = held
  if (ticket.state !== 'claimed' || ticket.operator !== operator.id) return refuse('not-yours', ticket)
  if (!(await tx.takeKey(`answer ${key}`, at))) return { ok: true, ticket }

  const reply = { kind: 'text', text, choices: [], voice: 'notice', plain: true } as const
  await deps.speak(tx, { conversation, reply, operator: operator.id, at })
  const answered = await tx.moveTicket(ticket, {
    waitingSince: undefined,
    leaseUntil: at + deps.times.leaseMs,
  })
  return answered === undefined ? refuse('not-yours', ticket) : { ok: true, ticket: answered }
}

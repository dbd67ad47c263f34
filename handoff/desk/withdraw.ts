import type { DeskTx } from '../../src/contracts/desk-store.ts'
import type { Conversation } from '../../src/core/conversation.ts'

/** The dialogue resolved itself: a provisional ticket was never needed. Any other ticket stays. */
export async function withdrawTicket(tx: DeskTx, conversation: Conversation, at: number): Promise<void> {
  if (conversation.holder.kind !== 'queue') return
  const open = await tx.openTicket(conversation.id)
  if (open?.state !== 'provisional') return
  const withdrawn = await tx.moveTicket(open, { state: 'withdrawn', waitingSince: undefined })
  if (withdrawn === undefined) return
  await tx.setHolder(conversation.id, { kind: 'bot' })
  await tx.log(open.id, { kind: 'withdrawn', operator: undefined, at })
}

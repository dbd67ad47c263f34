import type { DeskTx } from '../../src/contracts/desk-store.ts'
import type { Conversation } from '../../src/core/conversation.ts'

/** The citizen wrote while the queue or an operator has the conversation: the screens hear of it. */
export async function hearCitizen(tx: DeskTx, conversation: Conversation, at: number): Promise<void> {
  if (conversation.holder.kind === 'bot') return
  const open = await tx.openTicket(conversation.id)
  if (open === undefined) return
  await tx.moveTicket(open, { waitingSince: open.waitingSince ?? at })
}

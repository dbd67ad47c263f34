import type { DeskTx } from '../../src/contracts/desk-store.ts'
import type { Conversation } from '../../src/core/conversation.ts'

/** The citizen goes on with the bot, by a command: the ticket is not needed any more, whoever has it. */
export async function leaveDesk(tx: DeskTx, conversation: Conversation, at: number): Promise<void> {
  const open = await tx.openTicket(conversation.id)
  if (open === undefined) return
  const left = await tx.moveTicket(open, { state: 'withdrawn', waitingSince: undefined })
  if (left === undefined) return
  await tx.setHolder(conversation.id, { kind: 'bot' })
  await tx.log(open.id, { kind: 'withdrawn', operator: undefined, at })
}

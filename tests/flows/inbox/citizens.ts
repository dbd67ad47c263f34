import { createDesk } from '../../../handoff/desk/desk.ts'
import { LEAST_LIMITS } from '../../../src/channels.ts'
import { channelName, type TicketId, topicId } from '../../../src/core/ids.ts'
import { createSpeak } from '../../../src/gateway/say.ts'
import { createNotices } from '../../../src/notices.ts'
import { exampleContent } from '../../example-content.ts'
import type { InboxStage } from './stage.ts'

const WEB = channelName('web')
const desk = createDesk({
  speak: createSpeak(() => LEAST_LIMITS),
  notices: createNotices(() => exampleContent().phrases),
  times: { leaseMs: 90_000, silenceMs: 600_000, closeAfterMs: 86_400_000 },
})

let count = 0

/** A citizen writes and asks for a human; resolves to the ticket. */
export async function asksForHuman(
  { store, clock }: InboxStage,
  { chat = `chat-${count}`, text = 'позовите человека', name = 'Ева' } = {},
): Promise<TicketId> {
  const key = String(++count)
  const at = clock.now()
  await store.transact((tx) =>
    tx.keep(
      { kind: 'text', text, from: { channel: WEB, chat }, key, order: count, sentAt: at, author: { name } },
      at,
    ),
  )
  return store.transact(async (tx) => {
    const due = await tx.nextTurn(at)
    if (due === undefined) throw new Error('nothing is due')
    const { conversation } = due
    await tx.record(due, at)
    await desk.open(tx, {
      ...{
        conversation,
        reason: 'asked-for-human',
        provisional: false,
        topic: topicId('login'),
        team: undefined,
      },
      ...{ askedAt: at, at },
    })
    await tx.advance(due, { memory: conversation.memory, pace: due.pace })
    const open = await tx.openTicket(conversation.id)
    if (open === undefined) throw new Error('no ticket was opened')
    return open.id
  })
}

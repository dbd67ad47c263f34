import { channelName } from '../../src/core/ids.ts'
import type { Inbound } from '../../src/core/message.ts'
import type { Part } from '../../src/core/reply.ts'
import type { Store } from '../../src/store/open.ts'

export const WEB = channelName('web')

/** A citizen's message; its key is also its text unless that is given. */
export function text(key: string, chat: string, said = key): Inbound {
  return { kind: 'text', text: said, from: { channel: WEB, chat }, key, order: 0, sentAt: 0, author: {} }
}

const reply = (key: string): Part => ({
  kind: 'text',
  text: `re: ${key}`,
  markup: 'none',
  choices: [],
  layout: 'none',
})

/** One turn, as the gateway takes it: a reply `re: <key>` to each message. Resolves to the keys of these. */
export function answerNext(store: Pick<Store, 'transact'>, now: () => number): Promise<readonly string[]> {
  return store.transact(async (tx) => {
    const due = await tx.nextTurn(now())
    if (due === undefined) return []
    const keys = due.rows.map(({ inbound }) => inbound.key)
    await tx.record(due, now())
    await tx.say(due.conversation.id, { parts: keys.map(reply), author: 'bot', epoch: 0 }, now())
    await tx.advance(due, { memory: due.conversation.memory, pace: due.pace })
    return keys
  })
}

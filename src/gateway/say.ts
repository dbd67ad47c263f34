import type { Limits } from '../contracts/channel.ts'
import type { Opened } from '../contracts/desk.ts'
import type { Speak } from '../contracts/speak.ts'
import type { TurnTx } from '../contracts/turn-store.ts'
import type { Conversation } from '../core/conversation.ts'
import type { ChannelName, OperatorId } from '../core/ids.ts'
import type { Reply } from '../core/reply.ts'
import { fit } from './fit.ts'

export interface Saying {
  readonly conversation: Conversation
  readonly reply: Reply
  readonly limits: Limits
  /** Fills the slots of a reply about a ticket. */
  readonly opened: Opened | undefined
  /** Who of the operators says it. */
  readonly operator?: OperatorId | undefined
  readonly at: number
}

/** Fills, fits and freezes a reply: from here on it is rows of the outbox, one a native message. */
export async function say(tx: Pick<TurnTx, 'say'>, saying: Saying): Promise<void> {
  const { conversation, reply, limits, opened, operator, at } = saying
  const isNotice = reply.kind === 'text' && reply.voice === 'notice'
  const parts = fit(fill(reply, opened), limits)
  if (operator !== undefined) {
    await tx.say(conversation.id, { parts, author: 'operator', operator, epoch: undefined }, at)
    return
  }
  const author = isNotice ? 'notice' : 'bot'
  await tx.say(conversation.id, { parts, author, epoch: isNotice ? undefined : conversation.epoch }, at)
}

/** The way out as the desk knows it. */
export function createSpeak(limitsOf: (channel: ChannelName) => Limits): Speak {
  return (tx, { conversation, reply, operator, at }) =>
    say(tx, {
      conversation,
      reply,
      limits: limitsOf(conversation.address.channel),
      opened: undefined,
      operator,
      at,
    })
}

function fill(reply: Reply, opened: Opened | undefined): Reply {
  if (reply.kind !== 'text' || opened === undefined) return reply
  const text = reply.text
    .replaceAll('{{ticket.number}}', opened.number)
    .replaceAll('{{ticket.place}}', String(opened.place))
  return { ...reply, text }
}

import type { DialogueMessage } from '../../protocol.ts'
import { isSameDay } from '../words/times.ts'

/** A message as it is shown: with a line for the day above it, or close to the one before. */
export interface Entry {
  readonly message: DialogueMessage
  readonly startsDay: boolean
  /** The same author goes on at once: named once for all of it. */
  readonly continues: boolean
}

const AT_ONCE_MS = 3 * 60_000

export function entriesOf(messages: readonly DialogueMessage[]): readonly Entry[] {
  return messages.map((message, i) => {
    const before = messages[i - 1]
    const startsDay = before === undefined || !isSameDay(before.at, message.at)
    return { message, startsDay, continues: !startsDay && goesOn(before, message) }
  })
}

function goesOn(before: DialogueMessage, message: DialogueMessage): boolean {
  return (
    before.author === message.author &&
    before.operatorName === message.operatorName &&
    message.author !== 'notice' &&
    message.author !== 'note' &&
    message.at - before.at < AT_ONCE_MS
  )
}

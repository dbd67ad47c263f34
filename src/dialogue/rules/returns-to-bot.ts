import { notifies } from '../replies.ts'
import type { Rule } from '../rule.ts'

/** `/bot`: the citizen goes on with the bot, also while an operator has the conversation. */
export const returnsToBot: Rule = {
  name: 'returns-to-bot',
  decide({ conversation, step, phrase, locale }) {
    if (step.kind !== 'event' || step.inbound.kind !== 'command' || step.inbound.command !== 'bot')
      return undefined
    if (conversation.holder.kind === 'bot') return undefined
    return { decision: { kind: 'returned' }, replies: [notifies(phrase('desk.returned', locale))] }
  },
}

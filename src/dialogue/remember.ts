import type { Memory } from '../core/conversation.ts'
import type { Decision } from '../core/outcome.ts'
import type { Choice, Reply } from '../core/reply.ts'
import type { Guarded } from './loop-guard.ts'
import type { Scene } from './rule.ts'

/** What there is to know in the next turn. */
export function remember(scene: Scene, { verdict, repeats, lastReply }: Guarded): Memory {
  const { memory, step, locale, at } = scene
  const { decision } = verdict
  const messageId = step.kind === 'words' ? step.messageId : undefined
  const answered = decision.kind === 'answered' ? decision.topics.at(-1) : undefined
  return {
    ...memory,
    locale: verdict.locale ?? locale,
    offered: offeredAfter(memory, verdict.replies, isAside(verdict.decision)),
    fallbacks: fallbacksAfter(memory, decision.kind),
    repeats,
    lastReply,
    lastMessage: messageId ?? memory.lastMessage,
    handedOff: memory.handedOff || decision.kind === 'handed-off',
    ...(answered !== undefined && { topic: answered, topicAt: at }),
  }
}

/** After an aside, «2» still means the titles that were offered before. */
function isAside(decision: Decision): boolean {
  return decision.kind === 'noted' || (decision.kind === 'talked' && !decision.closes)
}

function offeredAfter({ offered }: Memory, replies: readonly Reply[], isAside: boolean): readonly Choice[] {
  const choices = replies.flatMap((reply) => (reply.kind === 'text' ? [reply.choices] : []))
  const last = choices.findLast((each) => each.length > 0)
  return last ?? (isAside ? offered : [])
}

function fallbacksAfter({ fallbacks }: Memory, kind: Decision['kind']): number {
  switch (kind) {
    case 'fell-back':
      return fallbacks + 1
    case 'clarified':
    case 'noted':
      return fallbacks
    default:
      return 0
  }
}

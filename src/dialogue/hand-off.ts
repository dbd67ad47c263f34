import type { PhraseKey } from '../core/content.ts'
import type { TopicId } from '../core/ids.ts'
import type { HandoffReason } from '../core/ticket.ts'
import { recentTopic } from './hear.ts'
import { notifies } from './replies.ts'
import type { Scene, Verdict } from './rule.ts'

type Reason = Extract<HandoffReason, 'asked-for-human' | 'not-helped' | 'not-understood' | 'topic-escalates'>

const PHRASE_OF: Readonly<Record<Reason, PhraseKey>> = {
  'asked-for-human': 'handoff.asked',
  'not-helped': 'handoff.not-helped',
  'not-understood': 'handoff.not-understood',
  'topic-escalates': 'handoff.topic',
}

/** To a human, who is told what it is probably about. Whoever waits already is told of his place. */
export function handOff(scene: Scene, reason: Reason, topic: TopicId | undefined = topicOf(scene)): Verdict {
  const { phrase, locale, content } = scene
  const key = isAwaitingOperator(scene) ? 'handoff.already' : PHRASE_OF[reason]
  const team = topic === undefined ? undefined : content.topics.get(topic)?.team
  return {
    decision: { kind: 'handed-off', reason, topic, team },
    replies: [notifies(phrase(key, locale))],
  }
}

/** In the queue, and knows it. */
export function isAwaitingOperator({ conversation, memory }: Scene): boolean {
  return conversation.holder.kind === 'queue' && memory.handedOff
}

function topicOf({ heard, memory, at }: Scene): TopicId | undefined {
  return heard?.topics[0] ?? recentTopic(memory, at)
}

import type { Topic } from '../core/content.ts'
import type { TopicId } from '../core/ids.ts'
import type { Choice, Reply } from '../core/reply.ts'
import { idOf } from './choices.ts'
import { handOff, isAwaitingOperator } from './hand-off.ts'
import { humanChoice, isValid, phrased, says, topicChoice } from './replies.ts'
import type { Scene, Verdict } from './rule.ts'
import { OPTIONS_AT_MOST } from './thresholds.ts'

/** Answers topics that exist, in order. The last answer asks whether it helped. Undefined: none exists. */
export function answer(scene: Scene, ids: readonly TopicId[]): Verdict | undefined {
  const known = ids.flatMap((id) => scene.content.topics.get(id) ?? [])
  if (known.length === 0) return undefined
  const topics = known.filter((topic) => isValid(scene, topic))
  if (topics.length === 0) return expired(scene)
  const escalating = topics.find(({ escalate }) => escalate)
  if (escalating !== undefined && !isAwaitingOperator(scene)) {
    const { decision, replies } = handOff(scene, 'topic-escalates', escalating.id)
    return { decision, replies: [...topics.map((topic) => bare(scene, topic)), ...replies] }
  }
  return {
    decision: { kind: 'answered', topics: topics.map(({ id }) => id) },
    replies: topics.map((topic, at) => (at < topics.length - 1 ? bare(scene, topic) : asking(scene, topic))),
  }
}

function bare({ locale }: Scene, topic: Topic): Reply {
  return says(topic.answer[locale].trim())
}

function asking(scene: Scene, topic: Topic): Reply {
  const { phrase, locale } = scene
  const more = topic.options.flatMap((id) => topicChoice(scene, id)).slice(0, OPTIONS_AT_MOST)
  const question = phrase('helped.ask', locale)
  const line = more.length === 0 ? question : `${question} ${phrase('options.more', locale)}`
  return says(`${topic.answer[locale].trim()}\n\n${line}`, [...helpedChoices(scene, topic.id), ...more])
}

function helpedChoices({ phrase, locale }: Scene, topic: TopicId): readonly Choice[] {
  return [
    { id: idOf({ kind: 'helped', topic }), label: phrase('helped.yes', locale) },
    { id: idOf({ kind: 'unhelped', topic }), label: phrase('helped.no', locale) },
  ]
}

function expired(scene: Scene): Verdict {
  return { decision: { kind: 'fell-back' }, replies: [phrased(scene, 'topic.expired', [humanChoice(scene)])] }
}

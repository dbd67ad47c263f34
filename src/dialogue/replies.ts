import type { PhraseKey } from '../core/content.ts'
import type { TopicId } from '../core/ids.ts'
import type { Choice, Reply } from '../core/reply.ts'
import { idOf } from './choices.ts'
import type { Scene } from './rule.ts'

export function says(text: string, choices: readonly Choice[] = []): Reply {
  return { kind: 'text', text, choices, voice: 'bot' }
}

/** Goes out whoever holds the conversation. */
export function notifies(text: string): Reply {
  return { kind: 'text', text, choices: [], voice: 'notice' }
}

export function phrased({ phrase, locale }: Scene, key: PhraseKey, choices: readonly Choice[] = []): Reply {
  return says(phrase(key, locale), choices)
}

export function humanChoice({ phrase, locale }: Scene): Choice {
  return { id: idOf({ kind: 'human' }), label: phrase('human.button', locale) }
}

export function noneChoice({ phrase, locale }: Scene): Choice {
  return { id: idOf({ kind: 'none' }), label: phrase('clarify.none', locale) }
}

/** Empty for a topic that is gone or not valid now. */
export function topicChoice(scene: Scene, id: TopicId): readonly Choice[] {
  const topic = scene.content.topics.get(id)
  if (topic === undefined || !isValid(scene, topic)) return []
  return [{ id: idOf({ kind: 'topic', topic: id }), label: topic.title[scene.locale] }]
}

export function isValid(
  { at }: Scene,
  { validFrom, validTo }: { readonly validFrom: number; readonly validTo: number },
): boolean {
  return validFrom <= at && at <= validTo
}

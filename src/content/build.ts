import type { Content, Examples, Intent, Topic } from '../core/content.ts'
import { intentId, teamName, topicId } from '../core/ids.ts'
import type { Localized } from '../core/locale.ts'
import { endOf, startOf } from './day.ts'
import type { Draft } from './draft.ts'
import { fillAll } from './facts.ts'
import { freeze } from './freeze.ts'
import type { IntentEntry, TopicEntry } from './schema.ts'
import { versionOf } from './version.ts'

/** The snapshot of a draft in which nobody found a fault. */
export function buildContent(draft: Draft): Content {
  const topics = draft.topics.map(({ value }) => buildTopic(value, draft.facts))
  const intents = draft.intents.map(({ value }) => buildIntent(value, draft.facts))
  const content = freeze({
    topics: new Map(topics.map((topic) => [topic.id, topic])),
    intents: new Map(intents.map((intent) => [intent.id, intent])),
    phrases: mapped(draft.phrases, ({ value }): Localized => fillAll(value, draft.facts)),
    lexicon: mapped(draft.lexicon, ({ value }): Examples => value),
    synonyms: draft.synonyms.map(({ value }) => value),
    background: draft.background.map(({ value }) => value),
  })
  return Object.freeze({ version: versionOf(content), ...content })
}

function buildTopic(entry: TopicEntry, facts: Draft['facts']): Topic {
  return {
    id: topicId(entry.id),
    title: entry.title,
    examples: entry.examples,
    negatives: { ru: entry.negatives?.ru ?? [], en: entry.negatives?.en ?? [] },
    answer: fillAll(entry.answer, facts),
    options: (entry.options ?? []).map(topicId),
    team: entry.team === undefined ? undefined : teamName(entry.team),
    escalate: entry.escalate ?? false,
    validFrom: entry.valid_from === undefined ? 0 : startOf(entry.valid_from),
    validTo: entry.valid_to === undefined ? Number.MAX_SAFE_INTEGER : endOf(entry.valid_to),
  }
}

function buildIntent(entry: IntentEntry, facts: Draft['facts']): Intent {
  return {
    id: intentId(entry.id),
    examples: entry.examples,
    reply: entry.reply === undefined ? undefined : fillAll(entry.reply, facts),
  }
}

/** Every key of `Key` is there: the schema saw to it. */
function mapped<Key extends string, From, To>(entries: ReadonlyMap<Key, From>, to: (from: From) => To) {
  return Object.fromEntries(Array.from(entries, ([key, from]) => [key, to(from)])) as Record<Key, To>
}

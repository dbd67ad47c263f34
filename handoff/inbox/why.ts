import { type TopicId, topicId } from '../../src/core/ids.ts'
import type { Locale } from '../../src/core/locale.ts'
import type { Candidate, Decision, Evidence } from '../../src/core/outcome.ts'
import type { InboxDeps } from './deps.ts'
import { WHY } from './words/why.ts'

type Titles = Pick<InboxDeps, 'topicTitle'>
/** An outcome as it is kept: without what was said and what is remembered. */
export type Decided = Decision & { readonly because: Evidence }

/** Why the bot did what it did, in one sentence. */
export function whyOf(outcome: Decided, locale: Locale, titles: Titles): string {
  const words = WHY[locale]
  const { rule, understanding } = outcome.because
  const best = understanding?.candidates[0]
  const title = (id: TopicId) => titles.topicTitle(id, locale) ?? id
  const because =
    best === undefined ? '' : words.because(percent(best.confidence), understanding?.evidence.example)
  switch (outcome.kind) {
    case 'answered':
      return `${words.answered(outcome.topics.map(title))}${isMatched(rule) ? because : ''}`
    case 'clarified':
      return words.clarified(outcome.topics.map(title))
    case 'fell-back':
      return best === undefined
        ? words.fellBack
        : words.fellBackNear(titleOf(best.of, locale, titles), percent(best.confidence))
    case 'talked':
      return words.talked(words.intents[outcome.intent] ?? outcome.intent)
    case 'handed-off':
      return words.handedOff[outcome.reason]
    case 'reopened':
      return words.reopened
    case 'returned':
      return words.returned
    case 'noted':
      return words.noted
  }
}

export function titleOf(of: Candidate['of'], locale: Locale, titles: Titles): string {
  return of.kind === 'topic'
    ? (titles.topicTitle(topicId(of.id), locale) ?? of.id)
    : (WHY[locale].intents[of.id] ?? of.id)
}

/** Chosen by a button, a topic is not matched by its examples. */
const isMatched = (rule: string): boolean => rule === 'answers-topic'

const percent = (confidence: number): number => Math.round(confidence * 100)

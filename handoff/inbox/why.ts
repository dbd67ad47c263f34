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
      return `${words.answered(outcome.topics.map(title))}${isChosen(rule) ? words.chosen : because}`
    case 'clarified':
      return words.clarified(outcome.topics.map(title))
    case 'fell-back':
      return best === undefined
        ? words.fellBack
        : words.fellBackNear(titleOf(best.of, locale, titles), percent(best.confidence))
    case 'talked':
      return words.talked(words.intents[outcome.intent] ?? outcome.intent)
    case 'handed-off':
      return rule === 'loop-guard' ? words.loop : words.handedOff[outcome.reason]
    case 'reopened':
      return words.reopened
    case 'returned':
      return words.returned
    case 'noted':
      return words.notedBy[rule] ?? words.noted
  }
}

export function titleOf(of: Candidate['of'], locale: Locale, titles: Titles): string {
  return of.kind === 'topic'
    ? (titles.topicTitle(topicId(of.id), locale) ?? of.id)
    : (WHY[locale].intents[of.id] ?? of.id)
}

/** How a text was read, in words; a word that was corrected speaks for itself: `пароол→пароль`. */
export function repairsOf({ understanding }: Evidence, locale: Locale): readonly string[] {
  return (understanding?.evidence.repairs ?? []).map((repair) => WHY[locale].repairs[repair] ?? repair)
}

/** What was chosen, by a button or in words, is not matched by its examples. */
const isChosen = (rule: string): boolean => rule === 'follows-choice' || rule === 'chooses-in-words'

const percent = (confidence: number): number => Math.round(confidence * 100)

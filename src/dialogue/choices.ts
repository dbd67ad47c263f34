import { type ChoiceId, choiceId, type TopicId, topicId } from '../core/ids.ts'
import { LOCALES, type Locale } from '../core/locale.ts'

/** What a choice stands for. Its id says it all, so that a button pressed days later still works. */
export type Meaning =
  | { readonly kind: 'topic'; readonly topic: TopicId }
  | { readonly kind: 'helped'; readonly topic: TopicId }
  | { readonly kind: 'unhelped'; readonly topic: TopicId }
  | { readonly kind: 'language'; readonly locale: Locale }
  | { readonly kind: 'human' }
  | { readonly kind: 'none' }

export function idOf(meaning: Meaning): ChoiceId {
  switch (meaning.kind) {
    case 'human':
    case 'none':
      return choiceId(meaning.kind)
    case 'language':
      return choiceId(`language/${meaning.locale}`)
    default:
      return choiceId(`${meaning.kind}/${meaning.topic}`)
  }
}

/** Undefined for an id that is none of ours; whether its topic still exists is for the asker to see. */
export function meaningOf(id: ChoiceId): Meaning | undefined {
  const slash = id.indexOf('/')
  const kind = slash < 0 ? id : id.slice(0, slash)
  const rest = slash < 0 ? undefined : id.slice(slash + 1)
  if (kind === 'human' || kind === 'none') return rest === undefined ? { kind } : undefined
  if (rest === undefined) return undefined
  if (kind === 'topic' || kind === 'helped' || kind === 'unhelped') return { kind, topic: topicId(rest) }
  const locale = LOCALES.find((known) => known === rest)
  return kind === 'language' && locale !== undefined ? { kind, locale } : undefined
}

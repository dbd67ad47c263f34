import { LOCALES, type Locale, type Localized } from '../../core/locale.ts'
import type { Draft, Placed } from '../draft.ts'
import { fillFacts } from '../facts.ts'
import { inside, type Place } from './rule.ts'

/** One text that the bot says, in one language. */
export interface Wording {
  readonly role: 'answer' | 'reply' | 'phrase'
  readonly locale: Locale
  /** As the editor wrote it. */
  readonly written: string
  /** With the facts in place, as a citizen reads it. */
  readonly filled: string
  readonly place: Place
}

/** The same thing said in every language. */
export interface Saying {
  readonly role: Wording['role']
  readonly name: string
  readonly text: Localized
  readonly place: Place
}

export function sayings(draft: Draft): readonly Saying[] {
  return [
    ...draft.topics.map((topic) =>
      saying('answer', topic.value.id, topic.value.answer, inside(topic, 'answer')),
    ),
    ...draft.intents.flatMap((intent) => {
      const { id, reply } = intent.value
      return reply === undefined ? [] : [saying('reply', id, reply, inside(intent, 'reply'))]
    }),
    ...Array.from(draft.phrases, ([key, phrase]: readonly [string, Placed<Localized>]) =>
      saying('phrase', key, phrase.value, phrase),
    ),
  ]
}

export function wordings(draft: Draft): readonly Wording[] {
  return sayings(draft).flatMap(({ role, text, place }) =>
    LOCALES.map((locale) => ({
      role,
      locale,
      written: text[locale],
      filled: fillFacts(text[locale], locale, draft.facts),
      place: inside(place, locale),
    })),
  )
}

function saying(role: Saying['role'], name: string, text: Localized, place: Place): Saying {
  return { role, name, text, place }
}

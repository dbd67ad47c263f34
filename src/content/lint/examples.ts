import { LOCALES } from '../../core/locale.ts'
import type { Draft } from '../draft.ts'
import type { ContentFault } from '../fault.ts'
import { sameText } from '../same-text.ts'
import { MIN_EXAMPLES } from '../schema.ts'
import { faultAt, inside, type LintRule, type Place, told } from './rule.ts'

/** What a matcher would learn wrong from. */
export const examples: LintRule = (draft) => {
  const all = phrasesOf(draft)
  return [
    ...few(draft),
    ...empty(all),
    ...repeated(all),
    ...contradicted(draft, all),
    ...unanswered(draft, all),
  ]
}

interface Phrase {
  readonly same: string
  readonly text: string
  readonly id: string
  readonly place: Place
}

function phrasesOf(draft: Draft): readonly Phrase[] {
  return [...draft.topics, ...draft.intents].flatMap((entry) =>
    LOCALES.flatMap((locale) =>
      entry.value.examples[locale].map((text, index) => ({
        same: sameText(text),
        text,
        id: entry.value.id,
        place: inside(entry, 'examples', locale, index),
      })),
    ),
  )
}

function few({ topics }: Draft): ContentFault[] {
  return topics.flatMap((topic) =>
    LOCALES.flatMap((locale) => {
      const count = topic.value.examples[locale].length
      if (count >= MIN_EXAMPLES) return []
      return [faultAt(inside(topic, 'examples', locale), 'FEW_EXAMPLES', { count, min: MIN_EXAMPLES })]
    }),
  )
}

function empty(all: readonly Phrase[]): ContentFault[] {
  return all.flatMap(({ same, text, place }) =>
    same === '' ? [faultAt(place, 'EXAMPLE_EMPTY', { text })] : [],
  )
}

function repeated(all: readonly Phrase[]): ContentFault[] {
  const firsts = new Map<string, Phrase>()
  return all.flatMap((phrase) => {
    const first = firsts.get(phrase.same)
    if (phrase.same === '') return []
    if (first === undefined) {
      firsts.set(phrase.same, phrase)
      return []
    }
    const other = told(first.place)
    if (first.id === phrase.id) return [faultAt(phrase.place, 'EXAMPLE_TWICE', { other })]
    return [faultAt(phrase.place, 'EXAMPLE_ELSEWHERE', { id: first.id, other })]
  })
}

function contradicted({ topics }: Draft, all: readonly Phrase[]): ContentFault[] {
  const positive = new Map(all.map((phrase) => [`${phrase.id} ${phrase.same}`, phrase]))
  return topics.flatMap((topic) =>
    LOCALES.flatMap((locale) =>
      (topic.value.negatives?.[locale] ?? []).flatMap((text, index) => {
        const example = positive.get(`${topic.value.id} ${sameText(text)}`)
        if (example === undefined) return []
        const place = inside(topic, 'negatives', locale, index)
        return [faultAt(place, 'EXAMPLE_IS_NEGATIVE', { other: told(example.place) })]
      }),
    ),
  )
}

function unanswered({ background }: Draft, all: readonly Phrase[]): ContentFault[] {
  const examples = new Map(all.map((phrase) => [phrase.same, phrase]))
  return background.flatMap((entry) => {
    const example = examples.get(sameText(entry.value))
    if (example === undefined) return []
    return [faultAt(entry, 'BACKGROUND_IS_EXAMPLE', { id: example.id, other: told(example.place) })]
  })
}

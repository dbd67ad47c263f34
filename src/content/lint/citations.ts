import { LOCALES, type Locale } from '../../core/locale.ts'
import { SLOTS } from '../../core/reply.ts'
import type { Draft } from '../draft.ts'
import { type Citation, citations as cited, factValue } from '../facts.ts'
import type { ContentFault } from '../fault.ts'
import { nearest } from '../nearest.ts'
import { faultAt, inside, type LintRule, type Place } from './rule.ts'
import { type Saying, sayings } from './wordings.ts'

/** `{{…}}` that nothing fills, and languages that do not say the same. */
export const citations: LintRule = (draft) => [
  ...sayings(draft).flatMap((saying) => [
    ...LOCALES.flatMap((locale) => unfilled(draft, saying, locale)),
    ...different(saying),
  ]),
  ...misplaced(draft),
]

function unfilled({ names }: Draft, saying: Saying, locale: Locale): ContentFault[] {
  const text = saying.text[locale]
  const place = inside(saying.place, locale)
  const found = cited(text).flatMap((citation) => {
    const { whole, fact, nth } = citation
    const piece = { text: whole, nth }
    if (fact === undefined) return slot(saying, place, citation)
    if (names.facts === undefined || names.facts.has(fact)) return []
    return [faultAt(place, 'FACT_UNKNOWN', { name: fact, nearest: nearest(fact, names.facts) ?? '' }, piece)]
  })
  return [...found, ...open(text, place)]
}

function slot({ role, name }: Saying, place: Place, { whole, nth }: Citation): ContentFault[] {
  const piece = { text: whole, nth }
  if (!SLOTS.some((known) => known === whole)) return [faultAt(place, 'SLOT_UNKNOWN', { whole }, piece)]
  if (role === 'phrase' && (name.startsWith('handoff.') || name === 'desk.reopened')) return []
  return [faultAt(place, 'SLOT_NOT_HERE', { whole }, piece)]
}

function open(text: string, place: Place): ContentFault[] {
  const closed = cited(text).reduce((rest, { whole }) => rest.replace(whole, ''), text)
  const braces = closed.includes('{{') ? '{{' : closed.includes('}}') ? '}}' : undefined
  if (braces === undefined) return []
  const nth = cited(text.slice(0, Math.max(0, text.lastIndexOf(braces)))).length
  return [faultAt(place, 'CITATION_OPEN', {}, { text: braces, nth })]
}

/** Both languages cite the same facts; a phrase takes the same values. */
function different({ role, text, place }: Saying): ContentFault[] {
  const facts = difference(
    cited(text.ru).map(({ fact }) => fact ?? ''),
    cited(text.en).map(({ fact }) => fact ?? ''),
  )
  const places = role === 'phrase' ? difference(placesIn(text.ru), placesIn(text.en)) : []
  return [
    ...(facts.length > 0 ? [faultAt(place, 'FACTS_DIFFER', { names: facts.join(', ') })] : []),
    ...(places.length > 0 ? [faultAt(place, 'PLACES_DIFFER', { places: places.join(', ') })] : []),
  ]
}

const placesIn = (text: string): string[] => text.match(/(?<!\{)\{\w+\}(?!\})/g) ?? []

function difference(a: readonly string[], b: readonly string[]): readonly string[] {
  return [...new Set(a).symmetricDifference(new Set(b))].filter((name) => name !== '')
}

/** Nothing is filled in what a citizen says, in titles and in the facts themselves. */
function misplaced(draft: Draft): ContentFault[] {
  const entries = [...draft.topics, ...draft.intents]
  const texts: (readonly [string, Place])[] = LOCALES.flatMap((locale) => [
    ...draft.topics.map((topic) => [topic.value.title[locale], inside(topic, 'title', locale)] as const),
    ...entries.flatMap((entry) =>
      entry.value.examples[locale].map((text, i) => [text, inside(entry, 'examples', locale, i)] as const),
    ),
    ...Array.from(
      draft.facts.values(),
      (fact) => [factValue(fact, locale), valuePlace(fact, locale)] as const,
    ),
  ])
  return texts.flatMap(([text, place]) => {
    const [first] = cited(text)
    return first ? [faultAt(place, 'CITATION_NOT_HERE', { whole: first.whole }, { text: first.whole })] : []
  })
}

function valuePlace(fact: Place & { readonly value: { readonly value: unknown } }, locale: Locale): Place {
  return typeof fact.value.value === 'string' ? inside(fact, 'value') : inside(fact, 'value', locale)
}

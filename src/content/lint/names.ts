import { LOCALES } from '../../core/locale.ts'
import type { ContentFault } from '../fault.ts'
import { sameText } from '../same-text.ts'
import { faultAt, inside, type LintRule, type Place, told } from './rule.ts'

/** Two things of one name, or two topics that a citizen could not tell apart in a choice. */
export const names: LintRule = (draft) => [
  ...twice(
    [...draft.topics, ...draft.intents].map((entry) => ({
      name: entry.value.id,
      place: inside(entry, 'id'),
    })),
    ({ name, place }, first) => faultAt(place, 'ID_TWICE', { id: name, other: told(first.place) }),
  ),
  ...LOCALES.flatMap((locale) =>
    twice(
      draft.topics.map((topic) => ({
        name: sameText(topic.value.title[locale]),
        id: topic.value.id,
        place: inside(topic, 'title', locale),
      })),
      ({ place }, first) => faultAt(place, 'TITLE_TWICE', { id: first.id, other: told(first.place) }),
    ),
  ),
]

/** One fault for each that has the name of one before it. */
function twice<Named extends { readonly name: string; readonly place: Place }>(
  all: readonly Named[],
  tell: (named: Named, first: Named) => ContentFault,
): ContentFault[] {
  const firsts = new Map<string, Named>()
  return all.flatMap((named) => {
    const first = firsts.get(named.name)
    if (first !== undefined) return [tell(named, first)]
    firsts.set(named.name, named)
    return []
  })
}

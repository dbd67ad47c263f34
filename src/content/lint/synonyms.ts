import { sameText } from '../same-text.ts'
import { faultAt, inside, type LintRule, type Place, told } from './rule.ts'

/** A word stands for one thing: it is in one group, once. */
export const synonyms: LintRule = (draft) => {
  const firsts = new Map<string, Place>()
  return draft.synonyms.flatMap((group) =>
    group.value.flatMap((word, index) => {
      const place = inside(group, index)
      const first = firsts.get(sameText(word))
      if (first !== undefined) return [faultAt(place, 'SYNONYM_TWICE', { word, other: told(first) })]
      firsts.set(sameText(word), place)
      return []
    }),
  )
}

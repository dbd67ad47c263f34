import { nearest } from '../nearest.ts'
import { faultAt, inside, type LintRule } from './rule.ts'

/** Where answers lead on to. */
export const options: LintRule = ({ topics, names }) =>
  topics.flatMap((topic) => {
    const ids = topic.value.options ?? []
    return ids.flatMap((id, index) => {
      const place = inside(topic, 'options', index)
      if (id === topic.value.id) return [faultAt(place, 'OPTION_SELF')]
      if (ids.indexOf(id) < index) return [faultAt(place, 'OPTION_TWICE', { id })]
      if (names.topics === undefined || names.topics.has(id)) return []
      return [faultAt(place, 'OPTION_UNKNOWN', { id, nearest: nearest(id, names.topics) ?? '' })]
    })
  })

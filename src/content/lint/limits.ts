import { LOCALES } from '../../core/locale.ts'
import { parseRichText, plainText } from '../../core/rich-text.ts'
import { MAX_TITLE } from '../schema.ts'
import { faultAt, inside, type LintRule } from './rule.ts'
import { wordings } from './wordings.ts'

/** What a phone's screen shows without scrolling. */
const MAX_ANSWER = 900

/** What a citizen would not read to its end. */
export const limits: LintRule = (draft) => [
  ...draft.topics.flatMap((topic) =>
    LOCALES.flatMap((locale) => {
      const { length } = topic.value.title[locale]
      if (length <= MAX_TITLE) return []
      return [faultAt(inside(topic, 'title', locale), 'TITLE_LONG', { max: MAX_TITLE, length })]
    }),
  ),
  ...wordings(draft).flatMap(({ filled, place }) => {
    const { length } = plainText(parseRichText(filled))
    return length <= MAX_ANSWER ? [] : [faultAt(place, 'ANSWER_LONG', { max: MAX_ANSWER, length })]
  }),
]

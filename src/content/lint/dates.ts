import { endOf } from '../day.ts'
import { faultAt, inside, type LintRule } from './rule.ts'

/** Topics whose time is over, or never comes. */
export const dates: LintRule = ({ topics }, now) =>
  topics.flatMap((topic) => {
    const { id, valid_from: from, valid_to: to } = topic.value
    if (to === undefined) return []
    const place = inside(topic, 'valid_to')
    if (from !== undefined && to < from) return [faultAt(place, 'DATES_REVERSED')]
    return now !== undefined && endOf(to) < now ? [faultAt(place, 'TOPIC_EXPIRED', { id, date: to })] : []
  })

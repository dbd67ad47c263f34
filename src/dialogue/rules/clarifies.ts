import type { Choice } from '../../core/reply.ts'
import { isAwaitingOperator } from '../hand-off.ts'
import { humanChoice, noneChoice, phrased, topicChoice } from '../replies.ts'
import type { Rule } from '../rule.ts'
import { OFFER_FROM, OFFERED_AT_MOST } from '../thresholds.ts'

/**
 * In doubt the citizen is asked, in titles that a citizen can read; not while an operator is awaited, for
 * whom the words probably are.
 */
export const clarifies: Rule = {
  name: 'clarifies',
  decide(scene) {
    if (scene.heard?.best.band !== 'clarify' || isAwaitingOperator(scene)) return undefined
    const likely = scene.heard.best.candidates.flatMap(({ of, confidence }) =>
      of.kind === 'topic' && confidence >= OFFER_FROM ? [of.id] : [],
    )
    const topics = likely.filter((id) => topicChoice(scene, id).length > 0).slice(0, OFFERED_AT_MOST)
    if (topics.length === 0) return undefined
    const titles: readonly Choice[] = topics.flatMap((id) => topicChoice(scene, id))
    const choices = [...titles, noneChoice(scene), humanChoice(scene)]
    const key = topics.length === 1 ? 'clarify.one' : 'clarify'
    return { decision: { kind: 'clarified', topics }, replies: [phrased(scene, key, choices)] }
  },
}

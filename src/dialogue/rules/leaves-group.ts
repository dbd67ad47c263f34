import { phrased } from '../replies.ts'
import type { Rule } from '../rule.ts'

/** The bot talks in private only. */
export const leavesGroup: Rule = {
  name: 'leaves-group',
  decide(scene) {
    if (scene.step.kind !== 'event' || scene.step.inbound.kind !== 'group') return undefined
    return { decision: { kind: 'noted' }, replies: [phrased(scene, 'group.leave'), { kind: 'leave' }] }
  },
}

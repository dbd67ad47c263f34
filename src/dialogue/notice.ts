import type { Reply } from '../core/reply.ts'
import { notifies } from './replies.ts'
import type { Scene, Verdict } from './rule.ts'

/**
 * The privacy notice, once in a conversation: before the first answer, after a first greeting. A note
 * and a farewell can do without.
 */
export function withNotice(scene: Scene, { decision, replies }: Verdict): readonly Reply[] {
  if (!isDue(scene, decision, replies)) return replies
  const notice = notifies(scene.phrase('privacy', scene.locale))
  return decision.kind === 'talked' ? [...replies, notice] : [notice, ...replies]
}

export function isDue({ memory }: Scene, decision: Verdict['decision'], replies: readonly Reply[]): boolean {
  if (memory.noticed || replies.length === 0 || decision.kind === 'noted') return false
  return decision.kind !== 'talked' || !decision.closes
}

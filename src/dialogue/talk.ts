import { type IntentId, intentId } from '../core/ids.ts'
import type { Reply } from '../core/reply.ts'
import { isAwaitingOperator } from './hand-off.ts'
import { closes, INTENT } from './intents.ts'
import { phrased } from './replies.ts'
import type { Scene, Verdict } from './rule.ts'

/** Small talk; the citizen who is content by it closes what was open. */
export function talk(intent: IntentId, ...replies: readonly Reply[]): Verdict {
  return { decision: { kind: 'talked', intent, closes: closes(intent) }, replies }
}

export function thankForHelp(scene: Scene): Verdict {
  return talk(intentId(INTENT.helped), phrased(scene, 'helped.thanks'))
}

export function cancel(scene: Scene): Verdict {
  const key = isAwaitingOperator(scene) ? 'cancelled.queue' : 'cancelled'
  return talk(intentId(INTENT.cancel), phrased(scene, key))
}

import type { PhraseKey } from '../core/content.ts'
import type { Choice } from '../core/reply.ts'
import { handOff, isAwaitingOperator } from './hand-off.ts'
import { humanChoice, phrased } from './replies.ts'
import type { Scene, Verdict } from './rule.ts'
import { FALLBACKS_AT_MOST } from './thresholds.ts'

/**
 * Not understood: first another try is asked for, then a human comes. Who waits for one already is
 * probably writing to him.
 */
export function fallBack(scene: Scene, key: PhraseKey): Verdict {
  if (isAwaitingOperator(scene)) return note(scene, key)
  if (scene.memory.fallbacks + 1 >= FALLBACKS_AT_MOST) return handOff(scene, 'not-understood')
  return { decision: { kind: 'fell-back' }, replies: [phrased(scene, key, [humanChoice(scene)])] }
}

/** Nothing to decide, and a word to say; whoever waits for an operator hears that it is kept for him. */
export function note(scene: Scene, key: PhraseKey, choices: readonly Choice[] = []): Verdict {
  const reply = isAwaitingOperator(scene) ? phrased(scene, 'queue.kept') : phrased(scene, key, choices)
  return { decision: { kind: 'noted' }, replies: [reply] }
}

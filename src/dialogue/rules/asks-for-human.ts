import { handOff } from '../hand-off.ts'
import type { Rule } from '../rule.ts'

/** A hard rule before all matching: whoever asks for a human gets one. */
export const asksForHuman: Rule = {
  name: 'asks-for-human',
  decide(scene) {
    const { step, cues } = scene
    if (step.kind !== 'words' || !step.texts.some(cues.asksForHuman)) return undefined
    return handOff(scene, 'asked-for-human')
  },
}

import { humanChoice, phrased } from '../replies.ts'
import type { Rule } from '../rule.ts'

/** A lone emoji, keys struck at random: a friendly word, and nobody waits for anything. */
export const hearsNothing: Rule = {
  name: 'hears-nothing',
  decide(scene) {
    const { heard } = scene
    if (heard === undefined || heard.best.asks) return undefined
    const reply = /\p{L}/u.test(heard.text)
      ? phrased(scene, 'fallback', [humanChoice(scene)])
      : phrased(scene, 'nothing.asked')
    return { decision: { kind: 'noted' }, replies: [reply] }
  },
}

import { note } from '../fall-back.ts'
import { humanChoice } from '../replies.ts'
import type { Rule } from '../rule.ts'

/** A lone emoji, keys struck at random: a friendly word, and nobody waits for anything. */
export const hearsNothing: Rule = {
  name: 'hears-nothing',
  decide(scene) {
    const { heard } = scene
    if (heard === undefined || heard.best.asks) return undefined
    if (/\p{L}/u.test(heard.text)) return note(scene, 'fallback', [humanChoice(scene)])
    return note(scene, 'nothing.asked')
  },
}

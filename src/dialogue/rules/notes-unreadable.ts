import { phrased } from '../replies.ts'
import type { Rule } from '../rule.ts'

/** A sticker, a file without words, an edit of something long answered. */
export const notesUnreadable: Rule = {
  name: 'notes-unreadable',
  decide(scene) {
    if (scene.step.kind !== 'event') return undefined
    switch (scene.step.inbound.kind) {
      case 'files':
        return { decision: { kind: 'noted' }, replies: [phrased(scene, 'fallback.file')] }
      case 'edit':
        return { decision: { kind: 'noted' }, replies: [] }
      default:
        return { decision: { kind: 'noted' }, replies: [phrased(scene, 'fallback.sticker')] }
    }
  },
}

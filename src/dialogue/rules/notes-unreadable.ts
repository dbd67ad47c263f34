import { note } from '../fall-back.ts'
import type { Rule } from '../rule.ts'

/** A sticker, a file without words, an edit of something long answered. */
export const notesUnreadable: Rule = {
  name: 'notes-unreadable',
  decide(scene) {
    if (scene.step.kind !== 'event') return undefined
    switch (scene.step.inbound.kind) {
      case 'files':
        return note(scene, 'fallback.file')
      case 'edit':
        return { decision: { kind: 'noted' }, replies: [] }
      default:
        return note(scene, 'fallback.sticker')
    }
  },
}

import type { Memory } from '../core/conversation.ts'
import { handOff, isAwaitingOperator } from './hand-off.ts'
import type { Scene, Verdict } from './rule.ts'
import { LOOP_AT } from './thresholds.ts'

export interface Guarded {
  readonly verdict: Verdict
  readonly isLoop: boolean
  readonly repeats: Memory['repeats']
  readonly lastReply: Memory['lastReply']
}

/** The same reply again and again helps nobody: a human does. */
export function guardLoop(scene: Scene, verdict: Verdict): Guarded {
  const { memory } = scene
  const lastReply = nameOf(verdict)
  if (lastReply === undefined) {
    return { verdict, isLoop: false, repeats: memory.repeats, lastReply: memory.lastReply }
  }
  const repeats = lastReply === memory.lastReply ? memory.repeats + 1 : 1
  if (repeats < LOOP_AT || isAwaitingOperator(scene)) return { verdict, isLoop: false, repeats, lastReply }
  return { verdict: handOff(scene, 'not-understood'), isLoop: true, repeats: 0, lastReply: '' }
}

/** Undefined for what may be repeated for ever: commands, thanks, a note. */
function nameOf({ decision }: Verdict): string | undefined {
  switch (decision.kind) {
    case 'answered':
    case 'clarified':
      return `${decision.kind} ${decision.topics.join(' ')}`
    case 'talked':
      return decision.closes || decision.intent.startsWith('command.') ? undefined : decision.intent
    default:
      return undefined
  }
}

import { follow } from '../follow.ts'
import type { Rule } from '../rule.ts'

/** A pressed button says itself what it stands for, whatever was offered since. */
export const followsChoice: Rule = {
  name: 'follows-choice',
  decide(scene) {
    const { step } = scene
    if (step.kind !== 'event' || step.inbound.kind !== 'choice') return undefined
    return follow(scene, step.inbound.choice)
  },
}

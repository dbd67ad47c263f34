import type { Rule } from '../rule.ts'

/** An operator speaks, or nobody is there to read. */
export const keepsSilent: Rule = {
  name: 'keeps-silent',
  decide({ conversation, step }) {
    const hasStopped = step.kind === 'event' && step.inbound.kind === 'stopped'
    if (conversation.holder.kind !== 'operator' && !hasStopped) return undefined
    return { decision: { kind: 'noted' }, replies: [] }
  },
}

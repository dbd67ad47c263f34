import type { Memory } from '../core/conversation.ts'
import type { Outcome } from '../core/outcome.ts'
import type { Reply } from '../core/reply.ts'

/**
 * One outcome of a turn out of those of its steps: a handoff outweighs all, what came last outweighs what
 * came before, and what is merely noted is said only where nothing else is.
 */
export function combine(outcomes: readonly Outcome[], memory: Memory): Outcome {
  const [first] = outcomes
  if (first === undefined) return silent(memory)
  const weighty = outcomes.filter(({ kind }) => kind !== 'noted')
  const spoken = weighty.length > 0 ? weighty : outcomes
  const winner = spoken.find(({ kind }) => kind === 'handed-off') ?? spoken.at(-1) ?? first
  return { ...winner, replies: distinct(spoken.flatMap(({ replies }) => replies)), memory }
}

/** Three stickers get one reply. */
function distinct(replies: readonly Reply[]): readonly Reply[] {
  const seen = new Set<string>()
  return replies.filter((reply) => {
    const key = JSON.stringify(reply)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

function silent(memory: Memory): Outcome {
  return { kind: 'noted', replies: [], memory, because: { rule: 'nothing-new', understanding: undefined } }
}

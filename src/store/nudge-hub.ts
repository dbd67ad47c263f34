import type { Nudges, NudgeTopic } from '../contracts/nudges.ts'
import type { Address } from '../core/message.ts'
import type { Nudge } from './session.ts'

type Look = (about: Address | undefined) => void

/** Nudges within this process. */
export function createNudgeHub(): Nudges & { tell(told: readonly Nudge[]): void } {
  const listeners = new Map<NudgeTopic, Set<Look>>()
  return {
    on(topic, look) {
      const of = listeners.get(topic) ?? new Set<Look>()
      listeners.set(topic, of.add(look))
      return () => void of.delete(look)
    },
    tell(told) {
      for (const { topic, about } of told) {
        // After the commit: whoever stumbles over a nudge must not stop those who write.
        for (const look of listeners.get(topic) ?? []) queueMicrotask(() => look(about))
      }
    },
  }
}

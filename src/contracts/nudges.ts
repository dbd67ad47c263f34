import type { Address } from '../core/message.ts'

/**
 * "Look again": told after a commit, to this process at once and to the others soon. A nudge may be
 * lost or come twice; whoever listens polls as well.
 */
export interface Nudges {
  /** Returns how to stop listening. `about` is undefined when anybody may be meant. */
  on(topic: NudgeTopic, look: (about: Address | undefined) => void): () => void
}

/** inbox: a turn is due · outbox: a send is due · feed: a chat has grown · desk: a ticket changed. */
export type NudgeTopic = 'inbox' | 'outbox' | 'feed' | 'desk'

import type { Address } from '../core/message.ts'
import type { Choice } from '../core/reply.ts'

/**
 * One chat as its citizen sees it, for channels that are read from here (the web chat). The numbers
 * grow by the order of the conversation and never change, so that a reader who knows the last one
 * it saw misses nothing and sees nothing twice.
 */
export interface Feed {
  /** At most `limit` items after `seq`, oldest first. Stops before a message that is not sent yet. */
  after(chat: Address, seq: number, limit: number): Promise<readonly FeedItem[]>
}

export interface FeedItem {
  readonly seq: number
  readonly at: number
  readonly author: 'citizen' | 'bot' | 'notice' | 'operator'
  /** The key under which the citizen's own message came in; undefined for all others. */
  readonly key: string | undefined
  /** The citizen's text as typed, or the part's text in the channel's markup. */
  readonly text: string
  readonly choices: readonly Choice[]
}

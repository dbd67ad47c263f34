import type { Channel, ChannelEvent, RawRequest } from '../../../src/contracts/channel.ts'

/** An update as its messenger writes it: the text of its JSON. */
export type Native = string

/** How a call to the messenger goes wrong; `after` means that the citizen has the message all the same. */
export type Mishap =
  | { readonly kind: 'rate'; readonly retryAfterMs: number }
  | {
      readonly kind:
        | 'blocked'
        | 'reset before'
        | 'reset after'
        | 'hang'
        | 'html 502'
        | 'truncated'
        | 'garbage'
    }

/** The secret or signature beside a webhook's body. */
export type Proof = 'right' | 'wrong' | 'absent'

/** What a citizen sees on the screen. */
export interface Seen {
  readonly text: string
  readonly buttons: readonly { readonly label: string; readonly choice: string }[]
}

/**
 * What a citizen may do here, as the messenger would tell it. Absent where the messenger has no such
 * thing; the contract is then told so by `lacks`.
 */
export interface Doings {
  says(text: string): Native
  presses?(choice: string, label: string): Native
  /** `/command rest`, by the menu or by hand. */
  commands?(command: string, rest: string): Native
  edits?(messageId: string, text: string): Native
  /** A picture or a document with a caption; the file's ref is the second argument. */
  sendsFile?(caption: string, ref: string): Native
  /** A sticker, a location: nothing that can be read. */
  sendsWordless(): Native
  speaksInGroup?(text: string): Native
  blocks?(): Native
  /** Genuine, and of a kind that we do not serve. */
  unserved(): Native
  /** Genuine, and not as the messenger's documents have it. */
  corrupt(): Native
}

/** One messenger with one bot and one citizen, all on loopback. */
export interface ChannelUnderTest {
  readonly channel: Channel
  /** The citizen's chat, open: a message can be sent there. */
  readonly chat: string
  readonly citizen: Doings
  /** Brings updates to the channel as the messenger does, and gives what the channel makes of them. */
  deliver(...natives: readonly Native[]): Promise<readonly ChannelEvent[]>
  /** The messenger repeats what it delivered last. */
  redeliver(): Promise<readonly ChannelEvent[]>
  /** For a webhook: a request with these bytes, and the proof that the messenger puts beside them. */
  request?(body: Uint8Array, proof: Proof): RawRequest
  seen(): readonly Seen[]
  /** Befalls the next call that sends. */
  befall(mishap: Mishap): void
  /** The same channel where nobody listens, or with credentials that the messenger refuses. */
  unreachable(): Channel
  unauthorised(): Channel
  /** What must be in no error. */
  readonly secrets: readonly string[]
  close(): Promise<void>
}

/** What a messenger may lack, beside things that a citizen can do. */
export type Ability =
  | keyof Doings
  | 'buttons'
  | 'markup'
  /** Knows a message that is sent twice by its key. */
  | 'keys'
  /** Wants to be told about us. */
  | 'prepare'

/** A channel, said to the contract. */
export interface ChannelKind {
  readonly name: string
  readonly door: 'webhook' | 'polled'
  /** Tested all the same are: that it says so, and everything else. */
  readonly lacks?: readonly Ability[]
  /** A fresh one for each test. */
  start(): Promise<ChannelUnderTest>
}

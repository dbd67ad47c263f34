import type { ChannelName } from '../core/ids.ts'
import type { Address, Inbound } from '../core/message.ts'
import type { Markup, Part } from '../core/reply.ts'

/**
 * A messenger, as the gateway sees it. An adapter translates and nothing else: it keeps no state of a
 * conversation, takes no decisions and knows no store.
 */
export interface Channel {
  readonly name: ChannelName
  readonly limits: Limits
  readonly door: Door
  /**
   * Sends exactly one native message, within `signal`. `key` is the same at every retry, for platforms
   * that know repeats by it. Rejects with `SendError` only.
   */
  send(
    to: Address,
    part: Part,
    options: { readonly key: string; readonly signal: AbortSignal },
  ): Promise<Sent>
  /**
   * Tells the platform about us (webhook address, command menu). Repeated by the gateway, with backoff,
   * until it succeeds; rejects with `SendError`.
   */
  prepare?(signal: AbortSignal): Promise<void>
  /** Stops a pressed button's spinner. Best effort: failures are nobody's business. */
  acknowledge?(token: string, signal: AbortSignal): Promise<void>
}

export interface Sent {
  /** The platform's id of the message, where it gives one. */
  readonly platformId: string | undefined
}

/** What a messenger can show and bear. Data, so that fitting a reply is one tested function. */
export interface Limits {
  /** UTF-16 units of visible text in one message. */
  readonly text: number
  readonly markup: Markup
  /** Reply buttons: how many, and how long a label may be. `undefined` where there are none. */
  readonly buttons: { readonly max: number; readonly label: number } | undefined
  /** A list to choose from, where the platform has one beside buttons. */
  readonly list: { readonly max: number; readonly label: number } | undefined
  /** Messages a second, for all chats together. */
  readonly perSecond: number
  /** The platform knows a repeated `key` and shows the message once. */
  readonly idempotent: boolean
  /** After how long a send is given up, ms; its outcome is then unknown. */
  readonly sendTimeoutMs: number
}

export type Door = WebhookDoor | PolledDoor | PushedDoor

/** The platform calls us. `receive` verifies the raw bytes before it reads them and has no effects. */
export interface WebhookDoor {
  readonly kind: 'webhook'
  receive(request: RawRequest): Received
}

/** We ask the platform. The loop, the cursor and the lock are the gateway's. */
export interface PolledDoor {
  readonly kind: 'polled'
  /** Waits for news for a while. `cursor` is what the previous poll returned, kept with its events. */
  poll(cursor: string | undefined, signal: AbortSignal): Promise<Polled>
}

/** The adapter is called by something of its own: a terminal, the web chat's own HTTP door. */
export interface PushedDoor {
  readonly kind: 'pushed'
  /** `hear` resolves when the event is durable, and rejects when it is not. Runs until `until`. */
  listen(hear: Hear, until: AbortSignal): Promise<void>
}

export type Hear = (events: readonly ChannelEvent[]) => Promise<void>

export interface Polled {
  readonly events: readonly ChannelEvent[]
  readonly cursor: string | undefined
}

export interface RawRequest {
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly query: string
  readonly body: Uint8Array
}

export type Received =
  /** Secret or signature is wrong. */
  | { readonly kind: 'unverified' }
  /** Ours; it is answered with success whatever is in it. */
  | { readonly kind: 'verified'; readonly events: readonly ChannelEvent[]; readonly reply?: string }

export type ChannelEvent =
  | { readonly kind: 'inbound'; readonly inbound: Inbound }
  /** Genuine, and not served: counted under this name. */
  | { readonly kind: 'ignored'; readonly what: string }
  /** Genuine, and not readable: kept raw as a dead letter, with an alarm. */
  | { readonly kind: 'unreadable'; readonly key: string; readonly raw: string; readonly why: string }

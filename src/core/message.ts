import type { ChannelName, ChoiceId } from './ids.ts'
import type { Locale } from './locale.ts'

/** Where a citizen can be reached: one private chat in one channel. */
export interface Address {
  readonly channel: ChannelName
  readonly chat: string
}

/**
 * One thing that happened in a chat, in our words: what an update becomes behind its door. The
 * messenger's own payload never travels past its adapter.
 */
export type Inbound = InboundBase &
  (
    | { readonly kind: 'text'; readonly text: string }
    /**
     * A pressed button, and the label it bore, where that is known. `acknowledge` is what the platform
     * wants back so that the button stops spinning.
     */
    | {
        readonly kind: 'choice'
        readonly choice: ChoiceId
        readonly label?: string
        readonly acknowledge?: string
      }
    | { readonly kind: 'files'; readonly files: readonly FileRef[]; readonly text?: string }
    /** The citizen changed a message sent before; `of` is that message's `messageId`. */
    | { readonly kind: 'edit'; readonly of: string; readonly text: string }
    /** A chat command without its slash: `start`, `help`, `human`, … and what followed it. */
    | { readonly kind: 'command'; readonly command: string; readonly rest: string }
    /** The citizen blocked the bot, or ended the web chat. */
    | { readonly kind: 'stopped' }
    /** The bot was spoken to in a group, which it leaves politely. */
    | { readonly kind: 'group' }
    /** Sent privately, and nothing we can read: a sticker, a contact, a location. `what` names it. */
    | { readonly kind: 'other'; readonly what: string }
  )

interface InboundBase {
  readonly from: Address
  /** The platform's key of this update: platforms repeat themselves, and this is how we notice. */
  readonly key: string
  /** Orders the updates of one chat as the platform meant it, whatever order they arrive in. */
  readonly order: number
  /** The platform's id of the message, which a later edit refers to. */
  readonly messageId?: string
  /** When the citizen sent it, by the platform's clock, ms UTC. */
  readonly sentAt: number
  readonly author: Author
}

/** What the platform says of the citizen. Nothing here is checked by anybody. */
export interface Author {
  readonly name?: string
  readonly locale?: Locale
}

/** A file that still lies with the platform. */
export interface FileRef {
  readonly ref: string
  readonly name?: string
  readonly type?: string
  readonly bytes?: number
}

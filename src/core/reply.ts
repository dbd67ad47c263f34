import type { ChoiceId } from './ids.ts'

/**
 * What is to be said, before it is fitted to a channel. `text` carries light markup (`rich-text.ts`)
 * and may hold the slots of `SLOTS`, which opening a ticket fills.
 */
export type Reply =
  | {
      readonly kind: 'text'
      readonly text: string
      readonly choices: readonly Choice[]
      /** `notice` goes out whoever holds the conversation: the ticket number, for one. */
      readonly voice: 'bot' | 'notice'
      /** A person typed it: nothing in it is markup. */
      readonly plain?: true
    }
  /** Leave the group we were spoken to in. */
  | { readonly kind: 'leave' }

export interface Choice {
  readonly id: ChoiceId
  readonly label: string
}

/** What only the desk knows when a handoff is written. */
export const SLOTS = ['{{ticket.number}}', '{{ticket.place}}'] as const

/** One native message: a reply cut to what its channel can show, frozen. Retries send the same bytes. */
export type Part =
  | {
      readonly kind: 'text'
      /** Already in the channel's markup, already escaped. */
      readonly text: string
      readonly markup: Markup
      readonly choices: readonly Choice[]
      /** How the choices are to be drawn; `none` when there are none, or the text numbers them. */
      readonly layout: 'none' | 'buttons' | 'list'
    }
  | { readonly kind: 'leave' }

/** How a channel writes bold text and links. */
export type Markup = 'none' | 'html'

import type { ChatState } from '../chat.ts'
import type { Choice } from '../item.ts'
import type { Locale } from '../locale.ts'
import type { Words } from '../words.ts'

/** What is drawn. Every part of the view redraws itself from this and keeps no truth of its own. */
export interface Model {
  readonly chat: ChatState
  readonly isOpen: boolean
  /** False where the browser keeps nothing. */
  readonly isLasting: boolean
  readonly isOnline: boolean
  readonly locale: Locale
  readonly words: Words
  /** ms UTC. */
  readonly now: number
}

/** What the citizen can do. */
export interface Actions {
  open(): void
  close(): void
  say(text: string): void
  choose(choice: Choice): void
  callHuman(): void
  switchLanguage(): void
  forget(): void
  beginAgain(): void
}

export interface Part {
  readonly element: HTMLElement
  update(model: Model): void
}

import type { Outcome } from '../core/outcome.ts'
import type { Turn } from '../core/turn.ts'

/** The engine, as the gateway sees it: decides without waiting and without side effects. */
export interface Responder {
  /** Reload swaps the content between turns, never within one. */
  current(): { readonly respond: (turn: Turn) => Outcome; readonly contentVersion: string }
}

import type { DeskTx } from '../../src/contracts/desk-store.ts'
import type { DeskNotices, Speak } from '../../src/contracts/speak.ts'
import type { TurnTx } from '../../src/contracts/turn-store.ts'

export interface DeskDeps {
  readonly speak: Speak
  readonly notices: DeskNotices
  readonly times: DeskTimes
}

export type Tx = DeskTx & Pick<TurnTx, 'say'>

export interface DeskTimes {
  /** An operator whose connection is lost keeps a ticket for so long, ms. */
  readonly leaseMs: number
  /** A citizen who waits for a word for so long goes back into the queue, ms. */
  readonly silenceMs: number
  /** A resolved ticket may be reopened by its number for so long, ms. */
  readonly closeAfterMs: number
}

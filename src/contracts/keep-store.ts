import type { ChannelName } from '../core/ids.ts'
import type { Inbound } from '../core/message.ts'

/** What a door needs of the store: to make durable what a platform handed over. */
export interface KeepTx {
  /** False when this update was kept before: the platform repeats itself. */
  keep(inbound: Inbound, at: number): Promise<boolean>
  /** Keeps raw what could not be read. False when its key was kept before. */
  bury(letter: DeadLetter): Promise<boolean>
  /** Where the next poll of a channel begins, in the same transaction as the events before it. */
  saveCursor(channel: ChannelName, cursor: string): Promise<void>
}

export interface DeadLetter {
  readonly channel: ChannelName
  readonly key: string
  readonly raw: string
  readonly why: string
  readonly at: number
}

/** Outside of a transaction. */
export interface KeepReads {
  cursor(channel: ChannelName): Promise<string | undefined>
  /** How long the oldest due message has waited for its turn, ms; what is paced does not count. */
  backlogAge(now: number): Promise<number>
  /** Nothing waits for its turn, and nothing to be sent. */
  isQuiet(): Promise<boolean>
}

/** One process among several may hold a polled channel. */
export interface ChannelLocks {
  /**
   * Resolves to how to let go, or undefined when another process holds it. `onLost` is called when
   * the lock went with its connection.
   */
  hold(channel: ChannelName, onLost: () => void): Promise<(() => Promise<void>) | undefined>
}

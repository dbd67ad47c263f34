import type { Clock } from '../../src/contracts/clock.ts'
import type { DeskTx } from '../../src/contracts/desk-store.ts'
import type { AccessTx, InboxReads } from '../../src/contracts/inbox-store.ts'
import type { Log } from '../../src/contracts/log.ts'
import type { Nudges } from '../../src/contracts/nudges.ts'
import type { Transact } from '../../src/contracts/transaction.ts'
import type { TurnTx } from '../../src/contracts/turn-store.ts'
import type { TopicId } from '../../src/core/ids.ts'
import type { Locale } from '../../src/core/locale.ts'
import type { DeskDeps } from '../desk/deps.ts'

export type InboxTx = AccessTx & DeskTx & Pick<TurnTx, 'say'>

/** What the inbox needs of the house. */
export interface InboxDeps {
  readonly transact: Transact<InboxTx>
  readonly reads: InboxReads
  readonly nudges: Nudges
  readonly clock: Clock
  readonly log: Log
  readonly randomBytes: (count: number) => Buffer
  readonly desk: DeskDeps
  readonly topicTitle: (id: TopicId, locale: Locale) => string | undefined
  /** A citizen's text in one short line, with numbers that identify people masked. */
  readonly previewOf: (text: string) => string
  /** As operators reach the inbox, without a slash at the end. */
  readonly publicUrl: string
  /** Builds the page, if its sources changed, and resolves to its folder. */
  readonly build: () => Promise<string>
}

import type { Kysely } from 'kysely'
import type { Clock } from '../contracts/clock.ts'
import type { DeskTx } from '../contracts/desk-store.ts'
import type { Feed } from '../contracts/feed.ts'
import type { AccessTx, InboxReads } from '../contracts/inbox-store.ts'
import type { ChannelLocks, KeepReads, KeepTx } from '../contracts/keep-store.ts'
import type { Nudges } from '../contracts/nudges.ts'
import type { SendTx } from '../contracts/send-store.ts'
import type { Transact } from '../contracts/transaction.ts'
import type { TurnTx } from '../contracts/turn-store.ts'
import type { WatchTx } from '../contracts/watch-store.ts'
import { access } from './access.ts'
import { desk } from './desk.ts'
import type { Dialect } from './dialect.ts'
import { createFeed } from './feed.ts'
import { createInboxReads } from './inbox-reads.ts'
import { keeping } from './keeping.ts'
import { createReads } from './reads.ts'
import type { Tables } from './schema.ts'
import { sending } from './sending.ts'
import type { Session } from './session.ts'
import { turns } from './turns.ts'
import { watching } from './watching.ts'

/** One transaction, for whoever needs which part of it. */
export type Tx = KeepTx & TurnTx & SendTx & WatchTx & DeskTx & AccessTx

export interface Store {
  readonly dialect: Dialect
  readonly transact: Transact<Tx>
  readonly reads: KeepReads
  readonly feed: Feed
  readonly inbox: InboxReads
  readonly nudges: Nudges
  readonly locks: ChannelLocks
  /** The time that leases and deadlines go by. */
  readonly clock: Clock
  /** So many turns may run at the same time: they share a commit on SQLite, connections on PostgreSQL. */
  readonly width: number
  /** For tests and reports; everything else goes by the contracts. */
  readonly db: Kysely<Tables>
  close(): Promise<void>
}

export function txOf(session: Session): Tx {
  return {
    ...keeping(session),
    ...turns(session),
    ...sending(session),
    ...watching(session),
    ...desk(session),
    ...access(session),
  }
}

/** What both databases have in common. */
export function commonParts(session: Session): Pick<Store, 'reads' | 'feed' | 'inbox' | 'db'> {
  const { db } = session
  return { reads: createReads(db), feed: createFeed(session), inbox: createInboxReads(db), db }
}

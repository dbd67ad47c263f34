import { setImmediate as pause } from 'node:timers/promises'
import { CompiledQuery, type Kysely } from 'kysely'
import type { Tables } from './schema.ts'
import type { Nudge, Session } from './session.ts'

/** So many pieces of work share one commit at most; what is more waits for the next. */
const GROUP = 64

const SAVEPOINT = CompiledQuery.raw('savepoint job')
const RELEASE = CompiledQuery.raw('release savepoint job')
const ROLLBACK = CompiledQuery.raw('rollback to savepoint job')

interface Job {
  readonly work: (session: Session) => Promise<unknown>
  readonly resolve: (result: unknown) => void
  readonly reject: (error: unknown) => void
}

/**
 * SQLite has one writer and its commit is an fsync, so whatever wants to write at the same time shares
 * a commit: kept updates, turns, send results. Each piece of work has a savepoint of its own and fails
 * alone; all succeed only when the commit does. On a slow disk (4 ms a sync) this is the difference
 * between 300 and several thousand messages a second.
 */
export function createGroupCommit(db: Kysely<Tables>, tell: (told: readonly Nudge[]) => void) {
  const waiting: Job[] = []
  let running = false

  function transact<Result>(work: (session: Session) => Promise<Result>): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      waiting.push({ work, resolve: resolve as (result: unknown) => void, reject })
      if (running) return
      running = true
      // What else arrives in this tick joins the first group.
      setImmediate(() => void commitAll())
    })
  }

  async function commitAll(): Promise<void> {
    while (waiting.length > 0) {
      await commitGroup(waiting.splice(0, GROUP))
      // better-sqlite3 never leaves this turn of the event loop: without a pause doors and senders starve,
      // and what they bring joins no group.
      await pause()
    }
    running = false
  }

  async function commitGroup(group: readonly Job[]): Promise<void> {
    const told: Nudge[] = []
    const settle: (() => void)[] = []
    try {
      await db.transaction().execute(async (trx) => {
        for (const job of group) settle.push(await runAlone(job, trx, told))
      })
    } catch (error) {
      for (const job of group) job.reject(error)
      return
    }
    for (const each of settle) each()
    tell(told)
  }

  return transact
}

async function runAlone(job: Job, db: Kysely<Tables>, told: Nudge[]): Promise<() => void> {
  const mine: Nudge[] = []
  await db.executeQuery(SAVEPOINT)
  try {
    const result = await job.work({ db, dialect: 'sqlite', told: mine })
    await db.executeQuery(RELEASE)
    told.push(...mine)
    return () => job.resolve(result)
  } catch (error) {
    await undo(db).catch(() => {
      // A full disk has ended the whole transaction: nobody succeeds, and all hear why.
      throw error
    })
    return () => job.reject(error)
  }
}

async function undo(db: Kysely<Tables>): Promise<void> {
  await db.executeQuery(ROLLBACK)
  await db.executeQuery(RELEASE)
}

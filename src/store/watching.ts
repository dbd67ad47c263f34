import { sql } from 'kysely'
import type { WatchTx } from '../contracts/watch-store.ts'
import { topicId } from '../core/ids.ts'
import { toDueRow } from './rows.ts'
import { INBOX, OPEN_TICKET_STATES, OUTBOX } from './schema.ts'
import { afterClaims, againOrWithdrawn } from './sending.ts'
import type { Session } from './session.ts'
import { withTicket } from './turns.ts'

export function watching(session: Session): WatchTx {
  const { db, dialect, told } = session

  /** Undefined when another process has the conversation: that one is being looked after. */
  async function lock(id: number) {
    const row = db.selectFrom('conversation').selectAll().where('id', '=', id)
    const locked = dialect === 'sqlite' ? row : row.forNoKeyUpdate().skipLocked()
    const found = await locked.executeTakeFirst()
    return found === undefined ? undefined : withTicket(session, found)
  }

  return {
    async reclaimLeases(now) {
      const lapsed = await db
        .selectFrom('outbox')
        .select('conversation_id')
        .where('status', '=', OUTBOX.sending)
        .where('lease_until', '<', now)
        .execute()
      if (lapsed.length === 0) return 0
      await afterClaims(session, [...new Set(lapsed.map((row) => row.conversation_id))])
      const { numUpdatedRows } = await db
        .updateTable('outbox')
        .set((eb) => ({ status: againOrWithdrawn, unknowns: eb('unknowns', '+', 1), error: 'lease ran out' }))
        .where('status', '=', OUTBOX.sending)
        .where('lease_until', '<', now)
        .executeTakeFirst()
      if (numUpdatedRows > 0n) told.push({ topic: 'outbox', about: undefined })
      return Number(numUpdatedRows)
    },

    async nextOverdueClock(now) {
      const due = await db
        .selectFrom('unresolved_clock as u')
        .innerJoin('conversation as c', 'c.id', 'u.conversation_id')
        .selectAll('u')
        .where('opens_at', '<=', now)
        .orderBy('opens_at')
        .limit(1)
        .$if(dialect === 'postgres', (query) => query.forUpdate(['u']).forNoKeyUpdate(['c']).skipLocked())
        .executeTakeFirst()
      const conversation = due && (await lock(due.conversation_id))
      if (due === undefined || conversation === undefined) return undefined
      const stopped = await db
        .deleteFrom('unresolved_clock')
        .where('conversation_id', '=', conversation.id)
        .executeTakeFirst()
      if (stopped.numDeletedRows !== 1n) return undefined
      const topic = due.topic === null ? undefined : topicId(due.topic)
      return { conversation, clock: { askedAt: due.asked_at, opensAt: due.opens_at, topic } }
    },

    async nextStalled(since, failing) {
      const stalled = await db
        .selectFrom('inbox')
        .innerJoin('conversation as c', 'c.id', 'inbox.conversation_id')
        .select(['inbox.id', 'conversation_id', 'payload', 'attempts', 'received_at'])
        .where('status', '=', INBOX.new)
        .where('received_at', '<', since)
        // What never failed waits since it was due: a citizen who floods us is made to wait before that.
        .where((eb) => {
          const hasFailed = eb('attempts', '>', 0)
          return failing ? hasFailed : eb.or([hasFailed, eb('next_at', '<', since)])
        })
        .where((eb) =>
          eb.not(
            eb.exists(
              eb
                .selectFrom('ticket')
                .select(sql.lit(1).as('one'))
                .whereRef('ticket.conversation_id', '=', 'inbox.conversation_id')
                .where('ticket.state', 'in', OPEN_TICKET_STATES),
            ),
          ),
        )
        .orderBy('inbox.id')
        .limit(1)
        .$if(dialect === 'postgres', (query) => query.forNoKeyUpdate(['c']).skipLocked())
        .executeTakeFirst()
      const conversation = stalled && (await lock(stalled.conversation_id))
      if (stalled === undefined || conversation === undefined) return undefined
      return { conversation, row: toDueRow(stalled) }
    },

    async forgetKeys(before) {
      const { numDeletedRows } = await db
        .deleteFrom('inbox')
        .where('received_at', '<', before)
        .where('status', '=', INBOX.done)
        .executeTakeFirst()
      await db.deleteFrom('used_key').where('at', '<', before).execute()
      await db.deleteFrom('session').where('seen_at', '<', before).execute()
      await db.deleteFrom('one_time_link').where('expires_at', '<', before).execute()
      await db.deleteFrom('login_attempt').where('at', '<', before).execute()
      return Number(numDeletedRows)
    },
  }
}

import type { Kysely } from 'kysely'
import type { KeepReads } from '../contracts/keep-store.ts'
import { INBOX, OUTBOX, type Tables } from './schema.ts'

export function createReads(db: Kysely<Tables>): KeepReads {
  return {
    async cursor(channel) {
      const row = await db
        .selectFrom('channel_cursor')
        .select('cursor')
        .where('channel', '=', channel)
        .executeTakeFirst()
      return row?.cursor
    },

    async backlogAge(now) {
      const oldest = await db
        .selectFrom('inbox')
        .select('next_at')
        .where('status', '=', INBOX.new)
        .where('next_at', '<=', now)
        .orderBy('id')
        .limit(1)
        .executeTakeFirst()
      return oldest === undefined ? 0 : now - oldest.next_at
    },

    async isQuiet() {
      const due = await db.selectFrom('inbox').select('id').where('status', '=', INBOX.new).limit(1).execute()
      const unsent = await db
        .selectFrom('outbox')
        .select('id')
        .where('status', 'in', [OUTBOX.pending, OUTBOX.sending])
        .limit(1)
        .execute()
      return due.length === 0 && unsent.length === 0
    },
  }
}

import type { Kysely } from 'kysely'
import type { KeepReads } from '../contracts/keep-store.ts'
import { INBOX, type Tables } from './schema.ts'

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
  }
}

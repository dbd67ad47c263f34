import type { Store } from '../../../src/store/open.ts'

/** A lease is as long as a send may take and its slack (`bots/telegram/channel.ts`, `gateway/send.ts`), ms. */
const LEASE_MS = 20_000

/**
 * Promise 5, from the books: sends of the bot's that began while an operator had the conversation. A
 * send begins with its lease, whose end is kept with the row.
 */
export async function botSendsAfterClaims({ db, dialect }: Store): Promise<number> {
  // SQLite writes one after the other, by the order of these times. On PostgreSQL a claim notes its time and
  // then waits for a turn that holds the conversation, by `lock_timeout` at most 2 s: what is leased
  // meanwhile was leased before the claim's commit.
  const waited = dialect === 'sqlite' ? 0 : 2_250
  const log = await db
    .selectFrom('ticket_log as l')
    .innerJoin('ticket as t', 't.id', 'l.ticket_id')
    .select(['t.conversation_id', 'l.kind', 'l.at'])
    .orderBy('l.id')
    .execute()
  const sends = await db
    .selectFrom('outbox')
    .select(['conversation_id', 'lease_until', 'key'])
    .where('epoch', 'is not', null)
    .where('lease_until', '>', 0)
    .execute()
  return sends.filter(({ conversation_id, lease_until }) => {
    const began = lease_until - LEASE_MS
    const last = log.filter((entry) => entry.conversation_id === conversation_id && entry.at < began).at(-1)
    return last?.kind === 'claimed' && last.at + waited < began
  }).length
}

import { sql } from 'kysely'
import { hotQuery } from './hot-query.ts'
import type { ConversationRow, InboxRow } from './rows.ts'
import { INBOX, OUTBOX } from './schema.ts'

/** So many of the longest waiting messages are looked at to find the next conversation. */
const WINDOW = 64
/** So many messages make one turn at most; the rest make the next. */
const TURN_MESSAGES = 64

/**
 * The conversation whose oldest due message has waited longest, so that no backlog starves anybody.
 * Locked without barring doors from adding to it (NO KEY); one that another process has is skipped.
 */
export const nextConversation = hotQuery<ConversationRow>((db, at, dialect) => {
  const heads = db
    .selectFrom((eb) =>
      eb
        .selectFrom('inbox')
        .select(['id', 'conversation_id'])
        .where('status', '=', sql.lit(INBOX.new))
        .where('next_at', '<=', at.number('now'))
        .orderBy('id')
        .limit(sql.lit(WINDOW))
        .as('due'),
    )
    .select((eb) => ['conversation_id', eb.fn.min('id').as('first_id')])
    .groupBy('conversation_id')
  const next = db
    .selectFrom(heads.as('head'))
    .innerJoin('conversation as c', 'c.id', 'head.conversation_id')
    .selectAll('c')
    .orderBy('head.first_id')
    .limit(sql.lit(1))
  return dialect === 'sqlite' ? next : next.forNoKeyUpdate(['c']).skipLocked()
})

export const dueMessages = hotQuery<InboxRow>((db, at) =>
  db
    .selectFrom('inbox')
    .select(['id', 'payload', 'attempts', 'received_at'])
    .where('conversation_id', '=', at.number('conversation'))
    .where('status', '=', sql.lit(INBOX.new))
    .where('next_at', '<=', at.number('now'))
    .orderBy('sort_key')
    .orderBy('id')
    .limit(sql.lit(TURN_MESSAGES)),
)

export const markDone = hotQuery((db, at) =>
  db
    .updateTable('inbox')
    .set({ status: INBOX.done })
    .where('id', '=', at.number('id'))
    .where('status', '=', sql.lit(INBOX.new)),
)

export const takeNumbers = hotQuery<{ next_seq: number }>((db, at) =>
  db
    .updateTable('conversation')
    .set((eb) => ({ next_seq: eb('next_seq', '+', at.number('count')) }))
    .where('id', '=', at.number('id'))
    .returning('next_seq'),
)

export const addMessage = hotQuery((db, at) =>
  db.insertInto('message').values({
    conversation_id: at.number('conversation'),
    seq: at.number('seq'),
    author: at.text('author') as never,
    body: at.text('body'),
    at: at.number('now'),
    inbox_id: at.number('inbox'),
    operator: at.text('operator'),
  }),
)

export const addToOutbox = hotQuery((db, at) =>
  db.insertInto('outbox').values({
    conversation_id: at.number('conversation'),
    seq: at.number('seq'),
    channel: at.text('channel'),
    chat: at.text('chat'),
    part: at.text('part'),
    key: at.text('key'),
    epoch: at.number('epoch'),
    status: OUTBOX.pending,
    attempts: 0,
    unknowns: 0,
    next_at: at.number('now'),
    lease_until: 0,
    created_at: at.number('now'),
  }),
)

export const addTurn = hotQuery((db, at) =>
  db.insertInto('turn').values({
    conversation_id: at.number('conversation'),
    at: at.number('now'),
    kind: at.text('kind'),
    rule: at.text('rule'),
    outcome: at.text('outcome'),
    content_version: at.text('version'),
    after_seq: db
      .selectFrom('conversation')
      .select((eb) => eb('next_seq', '-', 1).as('last'))
      .where('id', '=', at.number('conversation')),
  }),
)

export const advance = hotQuery((db, at) =>
  db
    .updateTable('conversation')
    .set((eb) => ({ memory: at.text('memory'), pace: at.text('pace'), version: eb('version', '+', 1) }))
    .where('id', '=', at.number('id'))
    .where('version', '=', at.number('version')),
)

/** By its id, from the conversation that remembers it. */
export const lastTicket = hotQuery<{ id: number; number: string; state: string }>((db, at) =>
  db.selectFrom('ticket').select(['id', 'number', 'state']).where('id', '=', at.number('id')),
)

import { sql } from 'kysely'
import type { DueTurn, Pace, TurnTx } from '../contracts/turn-store.ts'
import { FRESH_MEMORY } from '../core/conversation.ts'
import type { ConversationId } from '../core/ids.ts'
import type { Address } from '../core/message.ts'
import { storableJson } from '../core/text.ts'
import { hotQuery } from './hot-query.ts'
import { type ConversationRow, type InboxRow, toConversation, toDueRow } from './rows.ts'
import { INBOX, OUTBOX } from './schema.ts'
import type { Session } from './session.ts'

/** So many of the longest waiting messages are looked at to find the next conversation. */
const WINDOW = 64
/** So many messages make one turn at most; the rest make the next. */
const TURN_MESSAGES = 64

/**
 * The conversation whose oldest due message has waited longest, so that no backlog starves anybody.
 * Locked without barring doors from adding to it (NO KEY); one that another process has is skipped.
 */
const nextConversation = hotQuery<ConversationRow>((db, at, dialect) => {
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

const dueMessages = hotQuery<InboxRow>((db, at) =>
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

const markDone = hotQuery((db, at) =>
  db
    .updateTable('inbox')
    .set({ status: INBOX.done })
    .where('id', '=', at.number('id'))
    .where('status', '=', sql.lit(INBOX.new)),
)

const takeNumbers = hotQuery<{ next_seq: number }>((db, at) =>
  db
    .updateTable('conversation')
    .set((eb) => ({ next_seq: eb('next_seq', '+', at.number('count')) }))
    .where('id', '=', at.number('id'))
    .returning('next_seq'),
)

const addMessage = hotQuery((db, at) =>
  db.insertInto('message').values({
    conversation_id: at.number('conversation'),
    seq: at.number('seq'),
    author: at.text('author') as never,
    body: at.text('body'),
    at: at.number('now'),
    inbox_id: at.number('inbox'),
  }),
)

const addToOutbox = hotQuery((db, at) =>
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

const addTurn = hotQuery((db, at) =>
  db.insertInto('turn').values({
    conversation_id: at.number('conversation'),
    at: at.number('now'),
    kind: at.text('kind'),
    rule: at.text('rule'),
    outcome: at.text('outcome'),
    content_version: at.text('version'),
  }),
)

const advance = hotQuery((db, at) =>
  db
    .updateTable('conversation')
    .set((eb) => ({ memory: at.text('memory'), pace: at.text('pace'), version: eb('version', '+', 1) }))
    .where('id', '=', at.number('id'))
    .where('version', '=', at.number('version')),
)

/** The first of `count` numbers in the order of the conversation, whose row the caller holds. */
async function numbers(session: Session, conversation: ConversationId, count: number): Promise<number> {
  const { rows } = await takeNumbers(session, { id: conversation, count })
  const next = rows[0]?.next_seq
  if (next === undefined) throw new Error(`conversation ${conversation} is gone`)
  return next - count
}

export function turns(session: Session): TurnTx {
  const { db, told } = session
  const addressOf = new Map<ConversationId, Address>()

  async function address(id: ConversationId): Promise<Address> {
    const known = addressOf.get(id)
    if (known !== undefined) return known
    const row = await db.selectFrom('conversation').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    return toConversation(row).address
  }

  return {
    async nextTurn(now) {
      const row = (await nextConversation(session, { now })).rows[0]
      if (row === undefined) return undefined
      // A second statement: it sees what was kept while we waited for the lock.
      const messages = await dueMessages(session, { conversation: row.id, now })
      const [first, ...others] = messages.rows.map(toDueRow)
      if (first === undefined) return undefined
      const conversation = toConversation(row)
      addressOf.set(conversation.id, conversation.address)
      return {
        conversation: { ...conversation, memory: { ...FRESH_MEMORY, ...conversation.memory } },
        version: row.version,
        pace: JSON.parse(row.pace) as Pace,
        rows: first.attempts > 0 ? [first] : [first, ...others.filter((other) => other.attempts === 0)],
      }
    },

    async record({ conversation, rows }: DueTurn, now) {
      let seq = await numbers(session, conversation.id, rows.length)
      for (const { id, inbound } of rows) {
        const { changed } = await markDone(session, { id })
        if (changed !== 1) throw new Error(`inbox ${id} has had its turn`)
        const body = storableJson(inbound)
        await addMessage(session, {
          conversation: conversation.id,
          seq: seq++,
          author: 'citizen',
          body,
          now,
          inbox: id,
        })
      }
      told.push({ topic: 'feed', about: conversation.address })
    },

    async say(conversation, { parts, author, epoch }, now) {
      if (parts.length === 0) return
      const { channel, chat } = await address(conversation)
      let seq = await numbers(session, conversation, parts.length)
      for (const part of parts) {
        const body = storableJson(part)
        await addMessage(session, { conversation, seq, author, body, now, inbox: null })
        const key = `${conversation}:${seq}`
        await addToOutbox(session, {
          conversation,
          seq,
          channel,
          chat,
          part: body,
          key,
          epoch: epoch ?? null,
          now,
        })
        seq++
      }
      told.push({ topic: 'outbox', about: { channel, chat } })
    },

    async note(conversation, outcome, version, now) {
      const { replies: _said, memory: _kept, because, ...decision } = outcome
      const { kind } = outcome
      const kept = storableJson({ ...decision, because })
      await addTurn(session, { conversation, now, kind, rule: because.rule, outcome: kept, version })
    },

    async advance({ conversation, version }, { memory, pace }) {
      const { changed } = await advance(session, {
        id: conversation.id,
        version,
        memory: storableJson(memory),
        pace: JSON.stringify(pace),
      })
      if (changed !== 1) throw new Error(`conversation ${conversation.id} was changed by another turn`)
    },

    async startClock(conversation, { askedAt, opensAt, topic }) {
      await db
        .insertInto('unresolved_clock')
        .values({ conversation_id: conversation, asked_at: askedAt, opens_at: opensAt, topic: topic ?? null })
        .onConflict((on) => on.column('conversation_id').doNothing())
        .execute()
    },

    async stopClock(conversation) {
      await db.deleteFrom('unresolved_clock').where('conversation_id', '=', conversation).execute()
    },

    async fail(failed, conversation, retryAt, why) {
      const status = retryAt === undefined ? INBOX.dead : INBOX.new
      let changed = 0n
      for (const { id, attempts } of failed) {
        const { numUpdatedRows } = await db
          .updateTable('inbox')
          .set({ attempts: attempts + 1, error: why, status })
          .where('id', '=', id)
          .where('status', '=', INBOX.new)
          .where('attempts', '=', attempts)
          .executeTakeFirst()
        changed += numUpdatedRows
      }
      if (changed > 0n && retryAt !== undefined) await this.pace(conversation, retryAt)
      return changed > 0n
    },

    async pace(conversation, until) {
      await db
        .updateTable('conversation')
        .set({ turn_not_before: until })
        .where('id', '=', conversation)
        .execute()
      await db
        .updateTable('inbox')
        .set({ next_at: until })
        .where('conversation_id', '=', conversation)
        .where('status', '=', INBOX.new)
        .where('next_at', '<', until)
        .execute()
    },
  }
}

import { sql } from 'kysely'
import type { KeepTx } from '../contracts/keep-store.ts'
import { FRESH_MEMORY } from '../core/conversation.ts'
import { storable, storableJson } from '../core/text.ts'
import { hotQuery } from './hot-query.ts'
import { FULL_PACE } from './rows.ts'
import { INBOX } from './schema.ts'
import type { Session } from './session.ts'

const openConversation = hotQuery((db, at) =>
  db
    .insertInto('conversation')
    .values({
      channel: at.text('channel'),
      chat: at.text('chat'),
      holder: '{"kind":"bot"}',
      epoch: 0,
      memory: JSON.stringify(FRESH_MEMORY),
      pace: JSON.stringify(FULL_PACE),
      version: 0,
      next_seq: 1,
      turn_not_before: 0,
      created_at: at.number('now'),
    })
    .onConflict((on) => on.columns(['channel', 'chat']).doNothing()),
)

/** A citizen who is being paced gets the next turn no sooner for writing more. */
const keepInbound = hotQuery((db, at, dialect) => {
  const later = sql.raw(dialect === 'sqlite' ? 'max' : 'greatest')
  return db
    .insertInto('inbox')
    .columns([
      'channel',
      'key',
      'conversation_id',
      'payload',
      'sort_key',
      'status',
      'attempts',
      'next_at',
      'received_at',
    ])
    .expression((eb) =>
      eb
        .selectFrom('conversation as c')
        .select([
          at.text('channel').as('channel'),
          at.text('key').as('key'),
          'c.id',
          at.text('payload').as('payload'),
          at.number('order').as('sort_key'),
          sql.lit(INBOX.new).as('status'),
          sql.lit(0).as('attempts'),
          sql<number>`${later}(c.turn_not_before, ${at.number('now')})`.as('next_at'),
          at.number('now').as('received_at'),
        ])
        .where('c.channel', '=', at.text('channel'))
        .where('c.chat', '=', at.text('chat')),
    )
    .onConflict((on) => on.columns(['channel', 'key']).doNothing())
})

export function keeping(session: Session): KeepTx {
  const { db, told } = session
  return {
    async keep(inbound, now) {
      const channel = inbound.from.channel
      const chat = storable(inbound.from.chat)
      await openConversation(session, { channel, chat, now })
      const { changed } = await keepInbound(session, {
        channel,
        chat,
        now,
        key: storable(inbound.key),
        payload: storableJson(inbound),
        order: inbound.order,
      })
      if (changed === 1) told.push({ topic: 'inbox', about: undefined })
      return changed === 1
    },

    async bury({ channel, key, raw, why, at }) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('dead_letter')
        .values({ channel, key: storable(key), raw: storable(raw), why, at })
        .onConflict((on) => on.columns(['channel', 'key']).doNothing())
        .executeTakeFirst()
      return numInsertedOrUpdatedRows === 1n
    },

    async saveCursor(channel, cursor) {
      await db
        .insertInto('channel_cursor')
        .values({ channel, cursor })
        .onConflict((on) => on.column('channel').doUpdateSet({ cursor }))
        .execute()
    },
  }
}

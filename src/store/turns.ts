import type { DueTurn, Pace, TurnTx } from '../contracts/turn-store.ts'
import type { Conversation } from '../core/conversation.ts'
import { type ConversationId, ticketId, ticketNumber } from '../core/ids.ts'
import type { Address } from '../core/message.ts'
import { storableJson } from '../core/text.ts'
import type { TicketState } from '../core/ticket.ts'
import { type ConversationRow, toConversation, toDueRow } from './rows.ts'
import { INBOX } from './schema.ts'
import type { Session } from './session.ts'
import {
  addMessage,
  addToOutbox,
  addTurn,
  advance,
  dueMessages,
  lastTicket,
  markDone,
  nextConversation,
  takeNumbers,
} from './turn-queries.ts'

/** The first of `count` numbers in the order of the conversation, whose row the caller holds. */
async function numbers(session: Session, conversation: ConversationId, count: number): Promise<number> {
  const { rows } = await takeNumbers(session, { id: conversation, count })
  const next = rows[0]?.next_seq
  if (next === undefined) throw new Error(`conversation ${conversation} is gone`)
  return next - count
}

/** A conversation as the engine and the desk know it, with the latest ticket it had. */
export async function withTicket(session: Session, row: ConversationRow): Promise<Conversation> {
  if (row.last_ticket === null) return toConversation(row)
  const ticket = (await lastTicket(session, { id: row.last_ticket })).rows[0]
  if (ticket === undefined) return toConversation(row)
  const { id, number, state } = ticket
  return toConversation(row, { id: ticketId(id), number: ticketNumber(number), state: state as TicketState })
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
      const conversation = await withTicket(session, row)
      addressOf.set(conversation.id, conversation.address)
      return {
        conversation,
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
          operator: null,
        })
      }
      told.push({ topic: 'feed', about: conversation.address })
    },

    async say(conversation, { parts, author, epoch, operator }, now) {
      if (parts.length === 0) return
      const { channel, chat } = await address(conversation)
      let seq = await numbers(session, conversation, parts.length)
      for (const part of parts) {
        const body = storableJson(part)
        await addMessage(session, {
          conversation,
          seq,
          author,
          body,
          now,
          inbox: null,
          operator: operator ?? null,
        })
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

import { type Kysely, sql } from 'kysely'
import type { InboxReads, QueueRow, TranscriptRow } from '../contracts/inbox-store.ts'
import type { Memory } from '../core/conversation.ts'
import { channelName } from '../core/ids.ts'
import { type TicketRow, toTicket } from './rows.ts'
import { OPEN_TICKET_STATES, OUTBOX, type Tables } from './schema.ts'

const PROMISE_ROWS = 20_000

export function createInboxReads(db: Kysely<Tables>): InboxReads {
  const rows = () =>
    db
      .selectFrom('ticket as t')
      .innerJoin('conversation as c', 'c.id', 't.conversation_id')
      .leftJoin('operator as o', 'o.id', 't.operator')
      .selectAll('t')
      .select(['c.channel', 'c.chat', 'c.memory', 'o.name as operator_name'])
      .select((eb) =>
        eb
          .selectFrom('message as m')
          .select('m.body')
          .whereRef('m.conversation_id', '=', 't.conversation_id')
          .where('m.author', '=', 'citizen')
          .orderBy('m.seq', 'desc')
          .limit(1)
          .as('last_inbound'),
      )

  return {
    async queue(resolvedSince) {
      const found = await rows()
        .where((eb) =>
          eb.or([
            eb('t.state', 'in', OPEN_TICKET_STATES),
            eb.and([eb('t.state', '=', 'resolved'), eb('t.resolved_at', '>=', resolvedSince)]),
          ]),
        )
        .orderBy('t.asked_at')
        .orderBy('t.id')
        .execute()
      return found.map(toQueueRow)
    },

    async row(ticket) {
      const found = await rows().where('t.id', '=', ticket).executeTakeFirst()
      return found === undefined ? undefined : toQueueRow(found)
    },

    async transcript(conversation, limit) {
      const newest = await db
        .selectFrom('message as m')
        .leftJoin('outbox as b', (join) =>
          join.onRef('b.conversation_id', '=', 'm.conversation_id').onRef('b.seq', '=', 'm.seq'),
        )
        .leftJoin('operator as o', 'o.id', 'm.operator')
        .select(['m.seq', 'm.at', 'm.author', 'm.body', 'o.name', 'b.status', 'b.error'])
        .where('m.conversation_id', '=', conversation)
        .orderBy('m.seq', 'desc')
        .limit(limit)
        .execute()
      return newest.reverse().map(({ seq, at, author, body, name, status, error }) => ({
        ...{ seq, at, author, body },
        operatorName: name ?? undefined,
        delivery: deliveryOf(status, error),
      }))
    },

    async turns(conversation, limit) {
      const newest = await db
        .selectFrom('turn')
        .select(['at', 'after_seq as afterSeq', 'kind', 'rule', 'outcome'])
        .where('conversation_id', '=', conversation)
        .orderBy('id', 'desc')
        .limit(limit)
        .execute()
      return newest.reverse()
    },

    async ticketsOf(conversation) {
      const found = await db
        .selectFrom('ticket')
        .selectAll()
        .where('conversation_id', '=', conversation)
        .orderBy('id')
        .execute()
      return found.map(toTicket)
    },

    async promise(since) {
      return db
        .selectFrom('ticket')
        .select([
          sql<number>`opened_at - asked_at`.as('openedAfterMs'),
          sql<number | undefined>`claimed_at - asked_at`.as('claimedAfterMs'),
        ])
        .where('opened_at', '>=', since)
        .orderBy('opened_at', 'desc')
        .limit(PROMISE_ROWS)
        .execute()
    },
  }
}

interface Joined extends TicketRow {
  readonly channel: string
  readonly chat: string
  readonly memory: string
  readonly operator_name: string | null
  readonly last_inbound: string | null
}

function toQueueRow(row: Joined): QueueRow {
  return {
    ticket: toTicket(row),
    operatorName: row.operator_name ?? undefined,
    address: { channel: channelName(row.channel), chat: row.chat },
    locale: (JSON.parse(row.memory) as Memory).locale,
    lastInbound: row.last_inbound ?? undefined,
  }
}

function deliveryOf(status: number | null, error: string | null): TranscriptRow['delivery'] {
  switch (status) {
    case null:
      return undefined
    case OUTBOX.sent:
      return 'sent'
    case OUTBOX.withdrawn:
      return 'withdrawn'
    case OUTBOX.dead:
      return error === 'unconfirmed' ? 'unconfirmed' : 'failed'
    default:
      return 'pending'
  }
}

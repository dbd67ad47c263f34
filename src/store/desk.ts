import type { DeskTx, Held, TicketMove } from '../contracts/desk-store.ts'
import { type TicketId, ticketId } from '../core/ids.ts'
import { storable, storableJson } from '../core/text.ts'
import type { Ticket } from '../core/ticket.ts'
import { toTicket } from './rows.ts'
import { OPEN_TICKET_STATES, OUTBOX } from './schema.ts'
import type { Session } from './session.ts'
import { takeNumbers } from './turn-queries.ts'
import { withTicket } from './turns.ts'

export function desk(session: Session): DeskTx {
  const { db, dialect, told } = session

  async function ticket(id: TicketId): Promise<Ticket | undefined> {
    const row = await db.selectFrom('ticket').selectAll().where('id', '=', id).executeTakeFirst()
    return row === undefined ? undefined : toTicket(row)
  }

  /**
   * Locked, too: a sender, who locks no conversation, tells the screens of a delivery by the ticket's
   * version, and who moves the ticket meanwhile would find another version than was read.
   */
  async function ticketToMove(by: 'id' | 'conversation_id', value: number): Promise<Ticket | undefined> {
    const row = await db
      .selectFrom('ticket')
      .selectAll()
      .where(by, '=', value)
      .$if(by === 'conversation_id', (query) => query.where('state', 'in', OPEN_TICKET_STATES))
      .$if(dialect === 'postgres', (query) => query.forNoKeyUpdate())
      .executeTakeFirst()
    return row === undefined ? undefined : toTicket(row)
  }

  /** The conversation first, as a turn locks it; then the ticket as it is under that lock. */
  async function lockTicket(id: TicketId, skip: boolean): Promise<Held | undefined> {
    const known = await ticket(id)
    if (known === undefined) return undefined
    const row = await db
      .selectFrom('conversation')
      .selectAll()
      .where('id', '=', known.conversation)
      .$if(dialect === 'postgres', (query) => {
        const locked = query.forNoKeyUpdate()
        return skip ? locked.skipLocked() : locked
      })
      .executeTakeFirst()
    const held = row && (await ticketToMove('id', id))
    if (row === undefined || held === undefined) return undefined
    return { ticket: held, conversation: await withTicket(session, row) }
  }

  return {
    ticket,
    lockTicket: (id) => lockTicket(id, false),

    openTicket: (conversation) => ticketToMove('conversation_id', conversation),

    async addTicket(draft, numberOf) {
      const { id } = await db
        .insertInto('ticket')
        .values({
          // Unique until the id is known, which the number is made from.
          number: `draft of ${draft.conversation}`,
          conversation_id: draft.conversation,
          state: draft.state,
          reason: draft.reason,
          team: draft.team,
          topic: draft.topic ?? null,
          operator: null,
          asked_at: draft.askedAt,
          opened_at: draft.openedAt,
          due_at: draft.dueAt,
          waiting_since: draft.askedAt,
          version: 1,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      const row = await db
        .updateTable('ticket')
        .set({ number: numberOf(ticketId(id)) })
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirstOrThrow()
      await db
        .updateTable('conversation')
        .set({ last_ticket: id })
        .where('id', '=', draft.conversation)
        .execute()
      told.push({ topic: 'desk', about: undefined })
      return toTicket(row)
    },

    async moveTicket({ id, version }, to) {
      const row = await db
        .updateTable('ticket')
        .set({ ...columnsOf(to), version: version + 1 })
        .where('id', '=', id)
        .where('version', '=', version)
        .returningAll()
        .executeTakeFirst()
      if (row !== undefined) told.push({ topic: 'desk', about: undefined })
      return row === undefined ? undefined : toTicket(row)
    },

    async ticketsAhead({ state, askedAt, id }) {
      const { count } = await db
        .selectFrom('ticket')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where((eb) => {
          const earlier = eb.or([
            eb('asked_at', '<', askedAt),
            eb.and([eb('asked_at', '=', askedAt), eb('id', '<', id)]),
          ])
          const sameQueue = eb.and([eb('state', '=', state), earlier])
          return state === 'provisional' ? eb.or([eb('state', '=', 'waiting'), sameQueue]) : sameQueue
        })
        .executeTakeFirstOrThrow()
      return Number(count)
    },

    async setHolder(conversation, holder) {
      await db
        .updateTable('conversation')
        .set((eb) => ({
          holder: JSON.stringify(holder),
          epoch: eb('epoch', '+', holder.kind === 'operator' ? 1 : 0),
        }))
        .where('id', '=', conversation)
        .execute()
    },

    async withdrawBotSends(conversation, at) {
      const { numUpdatedRows } = await db
        .updateTable('outbox')
        .set({ status: OUTBOX.withdrawn, done_at: at, error: 'an operator took over' })
        .where('conversation_id', '=', conversation)
        .where('status', '=', OUTBOX.pending)
        // A notice has no epoch: it goes out whoever holds the conversation.
        .where('epoch', 'is not', null)
        .executeTakeFirst()
      return Number(numUpdatedRows)
    },

    async addNote(conversation, { operator, text }, at) {
      const { rows } = await takeNumbers(session, { id: conversation, count: 1 })
      const seq = (rows[0]?.next_seq ?? 1) - 1
      const body = storableJson({ text: storable(text) })
      const line = {
        conversation_id: conversation,
        seq,
        author: 'note',
        body,
        at,
        inbox_id: null,
        operator,
      } as const
      await db.insertInto('message').values(line).execute()
    },

    async takeKey(key, at) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('used_key')
        .values({ key: storable(key), at })
        .onConflict((on) => on.column('key').doNothing())
        .executeTakeFirst()
      return numInsertedOrUpdatedRows === 1n
    },

    async log(id, { kind, operator, at }) {
      await db
        .insertInto('ticket_log')
        .values({ ticket_id: id, kind, operator: operator ?? null, at })
        .execute()
    },

    async extendLeases(operator, until) {
      await db
        .updateTable('ticket')
        .set({ lease_until: until })
        .where('operator', '=', operator)
        .where('state', '=', 'claimed')
        .where('lease_until', '<', until)
        .execute()
    },

    async nextLapsed(now, silentSince) {
      const lapsed = await db
        .selectFrom('ticket')
        .select('id')
        .where('state', '=', 'claimed')
        .where((eb) => eb.or([eb('lease_until', '<', now), eb('waiting_since', '<', silentSince)]))
        .orderBy('id')
        .limit(1)
        .executeTakeFirst()
      const held = lapsed && (await lockTicket(ticketId(lapsed.id), true))
      return held?.ticket.state === 'claimed' ? held : undefined
    },

    async nextToClose(before) {
      const row = await db
        .selectFrom('ticket')
        .selectAll()
        .where('state', '=', 'resolved')
        .where('resolved_at', '<', before)
        .orderBy('id')
        .limit(1)
        .executeTakeFirst()
      return row === undefined ? undefined : toTicket(row)
    },
  }
}

/** A field that is there and undefined is cleared; one that is not there stays. */
function columnsOf(to: TicketMove) {
  return {
    ...('state' in to && { state: to.state }),
    ...('reason' in to && { reason: to.reason }),
    ...('team' in to && { team: to.team }),
    ...('topic' in to && { topic: to.topic ?? null }),
    ...('operator' in to && { operator: to.operator ?? null }),
    ...('claimedAt' in to && { claimed_at: to.claimedAt ?? null }),
    ...('resolvedAt' in to && { resolved_at: to.resolvedAt ?? null }),
    ...('waitingSince' in to && { waiting_since: to.waitingSince ?? null }),
    ...('leaseUntil' in to && { lease_until: to.leaseUntil ?? null }),
  }
}

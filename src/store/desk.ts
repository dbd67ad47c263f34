import type { DeskTx } from '../contracts/desk-store.ts'
import { ticketId } from '../core/ids.ts'
import { toTicket } from './rows.ts'
import { OPEN_TICKET_STATES } from './schema.ts'
import type { Session } from './session.ts'

export function desk({ db, told }: Session): DeskTx {
  return {
    async openTicket(conversation) {
      const row = await db
        .selectFrom('ticket')
        .selectAll()
        .where('conversation_id', '=', conversation)
        .where('state', 'in', OPEN_TICKET_STATES)
        .executeTakeFirst()
      return row === undefined ? undefined : toTicket(row)
    },

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
      told.push({ topic: 'desk', about: undefined })
      return toTicket(row)
    },

    async moveTicket({ id, version }, to) {
      const { numUpdatedRows } = await db
        .updateTable('ticket')
        .set({ ...to, version: version + 1 })
        .where('id', '=', id)
        .where('version', '=', version)
        .executeTakeFirst()
      if (numUpdatedRows === 1n) told.push({ topic: 'desk', about: undefined })
      return numUpdatedRows === 1n
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
  }
}

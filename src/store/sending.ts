import { sql } from 'kysely'
import type { LeasedRow, SendTx } from '../contracts/send-store.ts'
import { channelName, conversationId, outboxId } from '../core/ids.ts'
import type { Part } from '../core/reply.ts'
import { hotQuery } from './hot-query.ts'
import { OPEN_TICKET_STATES, OUTBOX, type OutboxStatus } from './schema.ts'
import type { Session } from './session.ts'

interface OutboxRow {
  readonly id: number
  readonly seq: number
  readonly channel: string
  readonly chat: string
  readonly part: string
  readonly key: string
  readonly attempts: number
  readonly unknowns: number
  readonly created_at: number
  readonly conversation_id: number
  readonly epoch: number | null
}

/** Head of line only: a row whose conversation has an earlier one unsent waits for it. */
const leaseHeads = hotQuery<OutboxRow>((db, at, dialect) => {
  const heads = db
    .selectFrom('outbox as o')
    .select('o.id')
    .where('o.channel', '=', at.text('channel'))
    .where('o.status', '=', sql.lit(OUTBOX.pending))
    .where('o.next_at', '<=', at.number('now'))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('outbox as p')
            .select(sql.lit(1).as('one'))
            .whereRef('p.conversation_id', '=', 'o.conversation_id')
            .whereRef('p.seq', '<', 'o.seq')
            .where('p.status', 'in', [sql.lit(OUTBOX.pending), sql.lit(OUTBOX.sending)]),
        ),
      ),
    )
    .orderBy('o.next_at')
    .orderBy('o.id')
    .limit(at.number('limit'))
  return db
    .updateTable('outbox')
    .set((eb) => ({
      status: OUTBOX.sending,
      attempts: eb('attempts', '+', 1),
      lease_until: at.number('leaseUntil'),
    }))
    .where('id', 'in', dialect === 'sqlite' ? heads : heads.forUpdate(['o']).skipLocked())
    .returning([
      'id',
      'seq',
      'channel',
      'chat',
      'part',
      'key',
      'attempts',
      'unknowns',
      'created_at',
      'conversation_id',
      'epoch',
    ])
})

const limitOf = hotQuery<{ not_before: number; tokens: number; at: number }>((db, at, dialect) => {
  const row = db
    .selectFrom('channel_limit')
    .select(['not_before', 'tokens', 'at'])
    .where('channel', '=', at.text('channel'))
  return dialect === 'sqlite' ? row : row.forUpdate()
})

/**
 * What a row becomes that is to be sent again: it waits, unless an operator has taken the conversation
 * meanwhile and it is the bot's.
 */
export const againOrWithdrawn = sql<OutboxStatus>`case
  when epoch < (select c.epoch from conversation c where c.id = outbox.conversation_id)
  then ${sql.lit(OUTBOX.withdrawn)} else ${sql.lit(OUTBOX.pending)} end`

/**
 * Waits for a claim that is being written, so that `againOrWithdrawn` sees it: without this a claim that
 * found the row on its way, and a retry that did not see the claim yet, would leave it to be sent.
 */
export async function afterClaims({ db, dialect }: Session, conversations: readonly number[]): Promise<void> {
  if (dialect === 'sqlite' || conversations.length === 0) return
  await db
    .selectFrom('conversation')
    .select('id')
    .where('id', 'in', conversations)
    .orderBy('id')
    .forShare()
    .execute()
}

const settle = hotQuery((db, at) =>
  db
    .updateTable('outbox')
    .set((eb) => ({
      status: sql<OutboxStatus>`case ${at.number('status')} when ${sql.lit(OUTBOX.pending)}
        then ${againOrWithdrawn} else ${at.number('status')} end`,
      next_at: at.number('nextAt'),
      unknowns: eb('unknowns', '+', at.number('unknown')),
      platform_id: at.text('platformId'),
      done_at: at.number('doneAt'),
      error: at.text('error'),
    }))
    .where('id', '=', at.number('id'))
    .where('status', '=', sql.lit(OUTBOX.sending))
    .where('attempts', '=', at.number('attempts')),
)

interface Settled {
  readonly status: number
  readonly nextAt?: number
  readonly unknown?: boolean
  readonly platformId?: string | undefined
  readonly doneAt?: number
  readonly error?: string
}

export function sending(session: Session): SendTx {
  const { db, told } = session

  /** Fenced: only the attempt that leased the row may say how it ended. */
  async function mark(row: LeasedRow, settled: Settled): Promise<boolean> {
    const { changed } = await settle(session, {
      id: row.id,
      attempts: row.attempts,
      status: settled.status,
      nextAt: settled.nextAt ?? 0,
      unknown: settled.unknown === true ? 1 : 0,
      platformId: settled.platformId ?? null,
      doneAt: settled.doneAt ?? null,
      error: settled.error ?? null,
    })
    const ended = settled.status !== OUTBOX.pending
    // The next row of this conversation may go, and its chat has grown.
    if (changed === 1 && ended)
      told.push({ topic: 'outbox', about: row.to }, { topic: 'feed', about: row.to })
    if (changed === 1 && ended && !row.isBots) await deliveredToScreens(row)
    return changed === 1
  }

  /** Operators see what became of their words. */
  async function deliveredToScreens({ conversation }: LeasedRow): Promise<void> {
    await db
      .updateTable('ticket')
      .set((eb) => ({ version: eb('version', '+', 1) }))
      .where('conversation_id', '=', conversation)
      .where('state', 'in', OPEN_TICKET_STATES)
      .execute()
    told.push({ topic: 'desk', about: undefined })
  }

  return {
    async lease(channel, { limit, now, leaseUntil, perSecond }) {
      const known = (await limitOf(session, { channel })).rows[0] ?? {
        not_before: 0,
        tokens: perSecond,
        at: now,
      }
      if (known.not_before > now) return { rows: [], nextAt: known.not_before }
      const refilled = known.tokens + (Math.max(0, now - known.at) * perSecond) / 1000
      const tokens = Math.min(perSecond, refilled)
      const count = Math.min(limit, Math.floor(tokens))
      if (count < 1) return { rows: [], nextAt: now + Math.ceil(((1 - tokens) * 1000) / perSecond) }

      const leased = await leaseHeads(session, { channel, now, leaseUntil, limit: count })
      if (leased.rows.length === 0) return { rows: [], nextAt: undefined }
      const limitRow = { not_before: known.not_before, tokens: tokens - leased.rows.length, at: now }
      await db
        .insertInto('channel_limit')
        .values({ channel, ...limitRow })
        .onConflict((on) => on.column('channel').doUpdateSet(limitRow))
        .execute()
      const rows = [...leased.rows].sort((a, b) => a.id - b.id).map(toLeasedRow)
      return { rows, nextAt: rows.length === count ? now : undefined }
    },

    markSent: (row, platformId, at) => mark(row, { status: OUTBOX.sent, platformId, doneAt: at }),
    async markRetry(row, retryAt, why, unknown) {
      await afterClaims(session, [row.conversation])
      return mark(row, { status: OUTBOX.pending, nextAt: retryAt, error: why, unknown })
    },
    markDead: (row, why, at) => mark(row, { status: OUTBOX.dead, error: why, doneAt: at }),

    async pauseChannel(channel, until) {
      await db
        .insertInto('channel_limit')
        .values({ channel, not_before: until, tokens: 0, at: until })
        .onConflict((on) => on.column('channel').doUpdateSet({ not_before: until, tokens: 0, at: until }))
        .execute()
    },
  }
}

function toLeasedRow(row: OutboxRow): LeasedRow {
  return {
    id: outboxId(row.id),
    to: { channel: channelName(row.channel), chat: row.chat },
    part: JSON.parse(row.part) as Part,
    key: row.key,
    attempts: row.attempts,
    unknowns: row.unknowns,
    createdAt: row.created_at,
    conversation: conversationId(row.conversation_id),
    isBots: row.epoch !== null,
  }
}

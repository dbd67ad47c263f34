import { sql } from 'kysely'
import type { Feed, FeedItem } from '../contracts/feed.ts'
import type { Inbound } from '../core/message.ts'
import type { Part } from '../core/reply.ts'
import { hotQuery } from './hot-query.ts'
import { OUTBOX } from './schema.ts'
import type { Session } from './session.ts'

interface FeedRow {
  readonly seq: number
  readonly at: number
  readonly author: FeedItem['author']
  readonly body: string
}

/** Ends before the first message that is still to be sent; one that is dead is left out. */
const grown = hotQuery<FeedRow>((db, at) =>
  db
    .selectFrom('message as m')
    .innerJoin('conversation as c', 'c.id', 'm.conversation_id')
    .leftJoin('outbox as o', (join) =>
      join.onRef('o.conversation_id', '=', 'm.conversation_id').onRef('o.seq', '=', 'm.seq'),
    )
    .select(['m.seq', 'm.at', 'm.author', 'm.body'])
    .where('c.channel', '=', at.text('channel'))
    .where('c.chat', '=', at.text('chat'))
    .where('m.author', '!=', sql.lit('note'))
    .where('m.seq', '>', at.number('seq'))
    .where((eb) => eb.or([eb('o.status', 'is', null), eb('o.status', '=', sql.lit(OUTBOX.sent))]))
    .where('m.seq', '<', (eb) =>
      eb
        .selectFrom('outbox as p')
        .select((inner) => inner.fn.coalesce(inner.fn.min('p.seq'), sql<number>`9007199254740991`).as('seq'))
        .whereRef('p.conversation_id', '=', 'm.conversation_id')
        .where('p.status', 'in', [sql.lit(OUTBOX.pending), sql.lit(OUTBOX.sending)]),
    )
    .orderBy('m.seq')
    .limit(at.number('limit')),
)

export function createFeed(session: Session): Feed {
  return {
    async after({ channel, chat }, seq, limit) {
      const { rows } = await grown(session, { channel, chat, seq, limit })
      return rows.map(toItem)
    },
  }
}

function toItem({ seq, at, author, body }: FeedRow): FeedItem {
  if (author === 'citizen') {
    const inbound = JSON.parse(body) as Inbound
    return { seq, at: inbound.sentAt, author, key: inbound.key, text: spoken(inbound), choices: [] }
  }
  const part = JSON.parse(body) as Part
  if (part.kind !== 'text') return { seq, at, author, key: undefined, text: '', choices: [] }
  return { seq, at, author, key: undefined, text: part.text, choices: part.choices }
}

/** What the citizen did, as one would see it in a transcript. */
function spoken(inbound: Inbound): string {
  switch (inbound.kind) {
    case 'text':
    case 'edit':
      return inbound.text
    case 'choice':
      return inbound.label ?? inbound.choice
    case 'files':
      return inbound.text ?? ''
    case 'command':
      return `/${inbound.command}`
    case 'stopped':
    case 'group':
    case 'other':
      return ''
  }
}

import type { Inbound } from '../../../src/core/message.ts'
import type { Part } from '../../../src/core/reply.ts'
import type { Store } from '../../../src/store/open.ts'
import { INBOX, OUTBOX } from '../../../src/store/schema.ts'
import type { StoreLedger } from './agreement.ts'

/** Reads what the store holds of a campaign. */
export async function readStoreLedger({ db }: Store): Promise<StoreLedger> {
  const inbox = await db
    .selectFrom('inbox as i')
    .innerJoin('conversation as c', 'c.id', 'i.conversation_id')
    .select(['i.key', 'c.chat', 'i.status'])
    .execute()
  const turned = await db
    .selectFrom('message as m')
    .innerJoin('inbox as i', 'i.id', 'm.inbox_id')
    .innerJoin('conversation as c', 'c.id', 'm.conversation_id')
    .select(['i.key', 'c.chat', 'i.sort_key as order', 'i.payload'])
    .orderBy('m.conversation_id')
    .orderBy('m.seq')
    .execute()
  const outbox = await db
    .selectFrom('outbox')
    .select(['chat', 'part', 'status', 'unknowns'])
    .orderBy('conversation_id')
    .orderBy('seq')
    .execute()
  const handoffs = await db
    .selectFrom('turn as t')
    .innerJoin('conversation as c', 'c.id', 't.conversation_id')
    .leftJoin('ticket as k', 'k.conversation_id', 't.conversation_id')
    .select(['c.chat', 'k.id as ticket', 'k.asked_at', 'k.opened_at'])
    .where('t.kind', '=', 'handed-off')
    .execute()
  return {
    inbox: inbox.map(({ key, chat, status }) => ({ key, chat, status: nameOf(INBOX, status) })),
    // Telegram sends presses and messages of a chat by queues of their own: one may overtake the other.
    turned: turned.map(({ key, chat, order, payload }) => ({
      ...{ key, chat, order },
      queue: (JSON.parse(payload) as Inbound).kind === 'choice' ? 'presses' : 'messages',
    })),
    outbox: outbox.map(({ chat, part, status, unknowns }) => ({
      chat,
      text: visible(JSON.parse(part) as Part),
      status: STATUS_OF[status],
      unknowns,
    })),
    handoffs: handoffs.map(({ chat, ticket, asked_at, opened_at }) => ({
      chat,
      ticket: ticket !== null,
      lateMs: (opened_at ?? 0) - (asked_at ?? 0),
    })),
  }
}

/** What a claim withdrew is as good as never said, and may have been on its way. */
const STATUS_OF = {
  [OUTBOX.pending]: 'open',
  [OUTBOX.sending]: 'open',
  [OUTBOX.sent]: 'sent',
  [OUTBOX.dead]: 'dead',
  [OUTBOX.withdrawn]: 'withdrawn',
} as const

function nameOf<Name extends string>(names: Readonly<Record<Name, number>>, value: number): Name {
  const found = (Object.keys(names) as Name[]).find((name) => names[name] === value)
  if (found === undefined) throw new Error(`no status ${value}`)
  return found
}

const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' }

/** As the fake writes it into its ledger: what a citizen sees of it. */
function visible(part: Part): string {
  if (part.kind !== 'text') return part.kind
  return part.text
    .replace(/<[^>]+>/g, '')
    .replace(/&(lt|gt|quot|amp);/g, (entity) => ENTITIES[entity] ?? entity)
}

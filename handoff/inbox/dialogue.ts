import type { TranscriptRow, TurnRow } from '../../src/contracts/inbox-store.ts'
import type { TicketId } from '../../src/core/ids.ts'
import type { Locale } from '../../src/core/locale.ts'
import type { Inbound } from '../../src/core/message.ts'
import type { Part } from '../../src/core/reply.ts'
import type { InboxDeps } from './deps.ts'
import { inboundText, partText } from './plain-text.ts'
import type { Dialogue, DialogueMessage, DialogueTurn } from './protocol.ts'
import { summaryOf } from './summary.ts'
import { type Decided, titleOf, whyOf } from './why.ts'

/** The newest of a conversation; nobody reads further back at a desk. */
const MESSAGES = 3_000
const TURNS = 500

/** The whole dialogue of a ticket; undefined when there is no such ticket. */
export async function readDialogue(
  id: TicketId,
  locale: Locale,
  deps: InboxDeps,
): Promise<Dialogue | undefined> {
  const row = await deps.reads.row(id)
  if (row === undefined) return undefined
  const { conversation } = row.ticket
  const [messages, turns, tickets] = await Promise.all([
    deps.reads.transcript(conversation, MESSAGES),
    deps.reads.turns(conversation, TURNS),
    deps.reads.ticketsOf(conversation),
  ])
  return {
    ticket: summaryOf(row, locale, deps),
    messages: messages.map(messageOf),
    turns: turns.map((turn) => turnOf(turn, locale, deps)),
    earlier: tickets
      .filter((ticket) => ticket.id !== id)
      .map(({ id: other, number, state, openedAt }) => ({ id: other, number, state, openedAt })),
  }
}

function messageOf(row: TranscriptRow): DialogueMessage {
  const { seq, at, author, operatorName, delivery } = row
  const common = { seq, at, author, operatorName, delivery, choices: [], files: [] }
  if (author === 'note') {
    const { text } = JSON.parse(row.body) as { readonly text: string }
    return { ...common, text, kind: 'text' }
  }
  if (author !== 'citizen') {
    const part = JSON.parse(row.body) as Part
    const choices = part.kind === 'text' ? part.choices.map((choice) => choice.label) : []
    return { ...common, text: partText(part), choices, kind: 'text' }
  }
  const inbound = JSON.parse(row.body) as Inbound
  const files = inbound.kind === 'files' ? inbound.files : []
  return {
    ...common,
    text: inboundText(inbound),
    kind: inbound.kind === 'group' ? 'other' : inbound.kind,
    files: files.map(({ name, type, bytes }) => ({ name, type, bytes })),
  }
}

function turnOf(row: TurnRow, locale: Locale, deps: InboxDeps): DialogueTurn {
  const outcome = JSON.parse(row.outcome) as Decided
  const { understanding } = outcome.because
  return {
    afterSeq: row.afterSeq,
    at: row.at,
    kind: row.kind,
    why: whyOf(outcome, locale, deps),
    candidates: (understanding?.candidates ?? []).map(({ of, confidence }) => ({
      title: titleOf(of, locale, deps),
      confidence,
    })),
    read: understanding?.evidence.read,
    repairs: understanding?.evidence.repairs ?? [],
  }
}

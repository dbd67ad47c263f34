import type { TranscriptRow, TurnRow } from '../../src/contracts/inbox-store.ts'
import type { TicketId } from '../../src/core/ids.ts'
import type { Locale } from '../../src/core/locale.ts'
import type { Inbound } from '../../src/core/message.ts'
import type { Part } from '../../src/core/reply.ts'
import type { InboxDeps } from './deps.ts'
import { inboundText, partText } from './plain-text.ts'
import type { Dialogue, DialogueMessage, DialogueTurn } from './protocol.ts'
import { summaryOf } from './summary.ts'
import { type Decided, repairsOf, titleOf, whyOf } from './why.ts'

/** The newest of a conversation; nobody reads further back at a desk. */
const MESSAGES = 3_000
const TURNS = 500

export interface DialogueDeps extends Pick<InboxDeps, 'topicTitle' | 'previewOf'> {
  readonly reads: Pick<InboxDeps['reads'], 'row' | 'transcript' | 'turns' | 'ticketsOf'>
}

/** The whole dialogue of a ticket; undefined when there is no such ticket. */
export async function readDialogue(
  id: TicketId,
  locale: Locale,
  deps: DialogueDeps,
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
    messages: messagesOf(messages),
    turns: turns.map((turn) => turnOf(turn, locale, deps)),
    earlier: tickets
      .filter((ticket) => ticket.id !== id)
      .map(({ id: other, number, state, openedAt }) => ({ id: other, number, state, openedAt })),
  }
}

/** A choice that came without its label has that of the button it was. */
function messagesOf(rows: readonly TranscriptRow[]): DialogueMessage[] {
  const labels = new Map<string, string>()
  return rows.map((row) => messageOf(row, labels))
}

function messageOf(row: TranscriptRow, labels: Map<string, string>): DialogueMessage {
  const { seq, at, author, operatorName, delivery } = row
  const common = { seq, at, author, operatorName, delivery, choices: [], files: [] }
  if (author === 'note') {
    const { text } = JSON.parse(row.body) as { readonly text: string }
    return { ...common, text, kind: 'text' }
  }
  if (author !== 'citizen') {
    const part = JSON.parse(row.body) as Part
    const choices = part.kind === 'text' ? part.choices : []
    for (const { id, label } of choices) labels.set(id, label)
    return { ...common, text: partText(part), choices: choices.map(({ label }) => label), kind: 'text' }
  }
  const inbound = JSON.parse(row.body) as Inbound
  const files = inbound.kind === 'files' ? inbound.files : []
  return {
    ...common,
    text: saidIn(inbound, labels),
    kind: inbound.kind === 'group' ? 'other' : inbound.kind,
    files: files.map(({ name, type, bytes }) => ({ name, type, bytes })),
  }
}

function saidIn(inbound: Inbound, labels: ReadonlyMap<string, string>): string {
  const pressed = inbound.kind === 'choice' && inbound.label === undefined && labels.get(inbound.choice)
  return pressed || inboundText(inbound)
}

function turnOf(row: TurnRow, locale: Locale, deps: DialogueDeps): DialogueTurn {
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
    repairs: repairsOf(outcome.because, locale),
  }
}

import type { QueueRow } from '../../src/contracts/inbox-store.ts'
import type { Locale } from '../../src/core/locale.ts'
import type { Inbound } from '../../src/core/message.ts'
import type { InboxDeps } from './deps.ts'
import { inboundText } from './plain-text.ts'
import type { TicketSummary } from './protocol.ts'

/** A line of the queue, in the operator's language. */
export function summaryOf(
  row: QueueRow,
  locale: Locale,
  deps: Pick<InboxDeps, 'topicTitle' | 'previewOf'>,
): TicketSummary {
  const { ticket, operatorName, address, lastInbound } = row
  const inbound = lastInbound === undefined ? undefined : (JSON.parse(lastInbound) as Inbound)
  const { operator } = ticket
  return {
    id: ticket.id,
    number: ticket.number,
    state: ticket.state,
    reason: ticket.reason,
    topic: ticket.topic && deps.topicTitle(ticket.topic, locale),
    team: ticket.team,
    channel: address.channel,
    citizen: inbound?.author.name && deps.previewOf(inbound.author.name),
    citizenLocale: row.locale,
    operator: operator && { id: operator, name: operatorName ?? operator },
    askedAt: ticket.askedAt,
    openedAt: ticket.openedAt,
    dueAt: ticket.dueAt,
    waitingSince: ticket.waitingSince,
    preview: inbound === undefined ? '' : deps.previewOf(inboundText(inbound)),
    version: ticket.version,
  }
}

import type { TicketSummary } from '../../protocol.ts'

/** Whether a ticket is what somebody looks for: every word in its number, name, topic or last text. */
export function matches(ticket: TicketSummary, sought: string): boolean {
  const words = comparable(sought).split(/\s+/).filter(Boolean)
  if (words.length === 0) return true
  const { number, citizen = '', topic = '', preview, operator } = ticket
  const text = comparable(
    [number, number.replaceAll('-', ''), citizen, topic, preview, operator?.name ?? ''].join(' '),
  )
  return words.every((word) => text.includes(word))
}

function comparable(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll('ё', 'е')
}

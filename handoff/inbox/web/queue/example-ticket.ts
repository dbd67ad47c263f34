import type { TicketSummary } from '../../protocol.ts'

/** An example for tests: asked for a human at 0, waiting. */
export function ticket(differs: Partial<TicketSummary>): TicketSummary {
  return {
    id: 1,
    number: '1001-7',
    state: 'waiting',
    reason: 'asked-for-human',
    topic: 'Часы работы',
    team: 'main',
    channel: 'web',
    citizen: 'Ольга',
    citizenLocale: 'ru',
    operator: undefined,
    askedAt: 0,
    openedAt: 0,
    dueAt: 30_000,
    waitingSince: 0,
    preview: 'Позовите человека',
    version: 1,
    ...differs,
  }
}

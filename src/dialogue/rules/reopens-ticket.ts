import { intentId } from '../../core/ids.ts'
import { parseTicketNumber } from '../../core/ticket-number.ts'
import { notifies, phrased } from '../replies.ts'
import type { Rule } from '../rule.ts'
import { talk } from '../talk.ts'

/** The number of a ticket, alone or in a few words: it is open again, or its place is told. */
export const reopensTicket: Rule = {
  name: 'reopens-ticket',
  decide(scene) {
    const { conversation, step, phrase, locale } = scene
    if (step.kind !== 'words') return undefined
    const number = step.texts.map(numberIn).find((found) => found !== undefined)
    if (number === undefined) return undefined
    const { ticket } = conversation
    if (ticket?.number !== number) return talk(intentId('ticket.unknown'), phrased(scene, 'ticket.unknown'))
    switch (ticket.state) {
      case 'resolved':
        return { decision: { kind: 'reopened' }, replies: [notifies(phrase('desk.reopened', locale))] }
      case 'provisional':
      case 'waiting':
      case 'claimed':
        return { decision: { kind: 'reopened' }, replies: [notifies(phrase('handoff.already', locale))] }
      case 'closed':
      case 'withdrawn':
        return talk(intentId('ticket.closed'), phrased(scene, 'ticket.closed'))
    }
  },
}

/** Seven digits in groups, as we write them, among few other words: a long text only mentions it. */
function numberIn(text: string) {
  if (text.length > 80) return undefined
  const [written] = /\d{3}[-–—\s]?\d{2}[-–—\s]?\d{2}(?!\d)/.exec(text) ?? []
  return written === undefined ? undefined : parseTicketNumber(written)
}

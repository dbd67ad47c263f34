import { describe, expect, it } from '@jest/globals'
import { conversation, text, turn } from '../../../tests/eg.ts'
import { respond as respondTo } from '../../../tests/example-engine.ts'
import type { LastTicket } from '../../core/conversation.ts'
import { ticketId } from '../../core/ids.ts'
import { ticketNumberOf } from '../../core/ticket-number.ts'

const NUMBER = ticketNumberOf(ticketId(7))
const OTHER = ticketNumberOf(ticketId(8))
const withTicket = (state: LastTicket['state']) =>
  conversation({}, { ticket: { id: ticketId(7), number: NUMBER, state } })

const respond = (said: string, state: LastTicket['state']) => respondTo(turn(text(said), withTicket(state)))

describe('the number of a ticket', () => {
  it('opens a resolved ticket again, however it is written', () => {
    for (const said of [
      NUMBER,
      NUMBER.replaceAll('-', ' '),
      `обращение № ${NUMBER}`,
      NUMBER.replaceAll('-', ''),
    ]) {
      expect(respond(said, 'resolved').kind).toBe('reopened')
    }
  })

  it('tells the place of one that is open', () => {
    const outcome = respond(NUMBER, 'waiting')
    expect(outcome.kind).toBe('reopened')
    expect(JSON.stringify(outcome.replies)).toContain('{{ticket.place}}')
  })

  it('opens nothing that is closed, nor another’s', () => {
    expect(respond(NUMBER, 'closed')).toMatchObject({ kind: 'talked', intent: 'ticket.closed' })
    expect(respond(OTHER, 'resolved')).toMatchObject({ kind: 'talked', intent: 'ticket.unknown' })
  })

  it('is not seen in other numbers', () => {
    expect(respond('8 800 555-35-35', 'resolved').kind).not.toBe('reopened')
    expect(respond('123-45-67', 'resolved').kind).not.toBe('reopened')
  })
})

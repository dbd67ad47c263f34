import { describe, expect, it } from '@jest/globals'
import * as eg from '../../../tests/eg.ts'
import { respond, textsOf } from '../../../tests/example-engine.ts'
import { ticketId, topicId } from '../../core/ids.ts'
import { ticketNumberOf } from '../../core/ticket-number.ts'

describe('whoever asks for a human', () => {
  it('gets one, with the ticket’s number in a notice', () => {
    expect(respond(eg.turn(eg.text('позовите оператора')))).toMatchObject({
      kind: 'handed-off',
      reason: 'asked-for-human',
      topic: undefined,
      replies: [{ voice: 'notice', text: expect.stringContaining('{{ticket.number}}') }],
      memory: { handedOff: true },
      because: { rule: 'asks-for-human' },
    })
  })

  it('gets one in the middle of anything', () => {
    const turn = eg.turn([eg.text('код не приходит'), eg.text('а лучше дайте человека')])
    expect(respond(turn)).toMatchObject({ kind: 'handed-off', topic: 'code', team: 'access' })
  })

  it('takes the topic of the last minutes along', () => {
    const known = { topic: topicId('code'), topicAt: eg.NOON - 60_000 }
    expect(respond(eg.turn(eg.text('оператор'), known))).toMatchObject({ topic: 'code', team: 'access' })
  })

  it('is told of the place in the queue when already there', () => {
    const outcome = respond(eg.turn(eg.text('ну где же оператор'), eg.inQueue()))
    expect(outcome.kind).toBe('handed-off')
    expect(textsOf(outcome)).toEqual([expect.stringMatching(/^Оператор уже получил.*\{\{ticket.place\}\}/s)])
  })

  it('is told of a ticket that nobody told of before', () => {
    const unaware = eg.inQueue({ handedOff: false })
    expect(textsOf(respond(eg.turn(eg.text('оператор'), unaware)))).toEqual([
      expect.stringMatching(/^Зову оператора/),
    ])
  })

  it('is told of the place when something else than the engine opened the ticket', () => {
    const ticket = { id: ticketId(7), number: ticketNumberOf(ticketId(7)), state: 'waiting' } as const
    const failed = { ...eg.inQueue({ handedOff: false }), ticket }
    expect(textsOf(respond(eg.turn(eg.text('оператор'), failed)))).toEqual([
      expect.stringMatching(/^Оператор уже получил/),
    ])
  })

  it('is told anew after the ticket was closed', () => {
    const after = eg.conversation({ handedOff: true })
    expect(textsOf(respond(eg.turn(eg.text('оператор'), after)))).toEqual([
      expect.stringMatching(/^Зову оператора/),
    ])
  })
})

import { describe, expect, it } from '@jest/globals'
import type { LeasedRow } from '../contracts/send-store.ts'
import { channelName, conversationId, outboxId } from '../core/ids.ts'
import type { SendFault } from '../core/send-error.ts'
import { verdict } from './send-result.ts'

const HOUR = 3_600_000
const row = (changed: Partial<LeasedRow> = {}): LeasedRow => ({
  id: outboxId(1),
  to: { channel: channelName('x'), chat: '1' },
  part: { kind: 'leave' },
  key: '1:1',
  attempts: 1,
  unknowns: 0,
  createdAt: 0,
  conversation: conversationId(1),
  isBots: true,
  ...changed,
})
const judge = (fault: SendFault, changed?: Partial<LeasedRow>, { now = HOUR, idempotent = false } = {}) =>
  verdict(fault, row(changed), now, 0.5, idempotent)

describe('what becomes of a message that was not sent', () => {
  it('obeys retry_after to the millisecond', () => {
    expect(judge({ kind: 'rate', retryAfterMs: 7_000 })).toEqual({
      kind: 'retry',
      inMs: 7_000,
      unknown: false,
    })
  })

  it('repeats after one unknown outcome, and never after a second', () => {
    expect(judge({ kind: 'unknown' })).toMatchObject({ kind: 'retry', unknown: true })
    expect(judge({ kind: 'unknown' }, { unknowns: 1 })).toEqual({ kind: 'dead', why: 'unconfirmed' })
  })

  it('repeats an unknown outcome as often as needed where the platform knows our key', () => {
    const fate = judge({ kind: 'unknown' }, { unknowns: 9 }, { idempotent: true })
    expect(fate).toMatchObject({ kind: 'retry' })
  })

  it('tries for a day what surely never arrived, ever more slowly, at most every 5 minutes', () => {
    const waits = Array.from({ length: 14 }, (_, index) => judge({ kind: 'unsent' }, { attempts: index + 1 }))
    expect(waits.map((each) => (each.kind === 'retry' ? each.inMs : 0))).toEqual([
      1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 64_000, 128_000, 256_000, 300_000, 300_000, 300_000,
      300_000, 300_000,
    ])
    expect(judge({ kind: 'unsent' }, { attempts: 99 }, { now: 25 * HOUR })).toEqual({
      kind: 'dead',
      why: 'unreachable',
    })
  })

  it('gives up at once on what can never arrive', () => {
    expect(judge({ kind: 'gone' })).toEqual({ kind: 'dead', why: 'gone' })
    expect(judge({ kind: 'invalid' })).toEqual({ kind: 'dead', why: 'invalid' })
  })

  it('rests the channel whose credentials are refused, and keeps the message', () => {
    expect(judge({ kind: 'auth' })).toMatchObject({ kind: 'retry', restChannelMs: 60_000 })
  })
})

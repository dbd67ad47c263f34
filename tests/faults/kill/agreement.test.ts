import { describe, expect, it } from '@jest/globals'
import { compare, type PlatformLedger, type StoreLedger } from './agreement.ts'

const sent = [{ key: '1', chat: 'ann', isPrivate: true }]
const turned = [{ key: '1', chat: 'ann', queue: 'messages', order: 1 }]
const row = (text: string, unknowns = 0, status: 'sent' | 'dead' | 'open' = 'sent') => ({
  chat: 'ann',
  text,
  status,
  unknowns,
})

function judge(
  received: readonly string[],
  outbox: StoreLedger['outbox'],
  changed: Partial<StoreLedger> = {},
) {
  const platform: PlatformLedger = { sent, received: received.map((text) => ({ chat: 'ann', text })) }
  return compare(platform, { inbox: [], turned, outbox, handoffs: [], ...changed })
}

describe('the comparison of the ledgers', () => {
  const fine = { lostIn: 0, turnedTwice: 0, orderIn: 0, lostOut: 0, orderOut: 0, repeatsForbidden: 0 }

  it('agrees when all arrived once, in order', () => {
    expect(judge(['a', 'b', 'b'], [row('a'), row('b'), row('b')])).toMatchObject({
      ...fine,
      repeatsAllowed: 0,
    })
  })

  it('sees an update that had no turn, and one that had two', () => {
    expect(judge([], [], { turned: [] }).lostIn).toBe(1)
    expect(judge([], [], { turned: [...turned, ...turned] }).turnedTwice).toBe(1)
  })

  it('sees turns out of order', () => {
    const reversed = [{ key: '2', chat: 'ann', queue: 'messages', order: 2 }, ...turned]
    expect(judge([], [], { turned: reversed }).orderIn).toBe(1)
  })

  it('sees a reply that nobody received, one left unsent, and one out of order', () => {
    expect(judge(['a'], [row('a'), row('b')]).lostOut).toBe(1)
    expect(judge(['a'], [row('a'), row('b', 0, 'open')]).lostOut).toBe(1)
    const swapped = judge(['b', 'a'], [row('a'), row('b')])
    expect(swapped.lostOut + swapped.orderOut).toBeGreaterThan(0)
    expect(judge(['a', 'x'], [row('a')]).orderOut).toBe(1)
  })

  it('allows one repeat where an outcome was unknown, and no other', () => {
    expect(judge(['a', 'a', 'b'], [row('a', 1), row('b')])).toMatchObject({ ...fine, repeatsAllowed: 1 })
    expect(judge(['a', 'a', 'b'], [row('a'), row('b')]).repeatsForbidden).toBe(1)
    expect(judge(['a', 'a', 'a'], [row('a', 2)]).repeatsForbidden).toBe(1)
  })

  it('is not misled by equal replies in a row', () => {
    expect(judge(['a', 'a'], [row('a', 1), row('a')])).toMatchObject({ ...fine, repeatsAllowed: 0 })
    expect(judge(['a', 'a', 'a'], [row('a', 1), row('a')])).toMatchObject({ ...fine, repeatsAllowed: 1 })
  })

  it('counts what was given up after two unknown outcomes apart', () => {
    expect(judge([], [row('a', 2, 'dead')])).toMatchObject({ ...fine, unconfirmed: 1 })
    expect(judge(['a', 'a'], [row('a', 2, 'dead')])).toMatchObject({
      ...fine,
      unconfirmed: 1,
      repeatsAllowed: 1,
    })
  })
})

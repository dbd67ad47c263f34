import { expect, it } from '@jest/globals'
import type { Received } from '../../../src/contracts/channel.ts'
import type { Proof } from './platform.ts'
import type { Stage } from './stage.ts'

/** That a webhook's door lets in nothing but what the messenger sent, and falls over nothing. */
export function verifies({ under, does }: Stage): void {
  const receive = (body: string | Uint8Array, proof: Proof): Received => {
    const { channel, request } = under()
    if (channel.door.kind !== 'webhook' || request === undefined) throw new Error('no webhook')
    return channel.door.receive(request(typeof body === 'string' ? Buffer.from(body) : body, proof))
  }

  it.each(['wrong', 'absent'] as const)('that a proof is there and right: %s', (proof) => {
    expect(receive(does('says')('впустите'), proof)).toEqual({ kind: 'unverified' })
    expect(receive(does('says')('впустите'), 'right')).toMatchObject({ kind: 'verified' })
  })

  it('before it reads', () => {
    expect(receive('{"cut', 'wrong')).toEqual({ kind: 'unverified' })
  })

  it.each([
    ['cut off', '{"update_id":1,"message":{'],
    ['empty', ''],
    ['a list', '[1,2,3]'],
    ['null', 'null'],
    ['a thousand open brackets', '['.repeat(1_000)],
    ['nested far too deep', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  ])('and keeps raw what it cannot read: %s', (_what, body) => {
    const received = receive(body, 'right')
    expect(received).toMatchObject({ kind: 'verified', events: [{ kind: 'unreadable', raw: body }] })
    expect(receive(body, 'right')).toEqual(received)
  })

  it('and keeps what is no UTF-8 in a form that can be stored', () => {
    const received = receive(Uint8Array.of(0x7b, 0xff, 0xfe, 0x00, 0x7d), 'right')
    if (received.kind !== 'verified') throw new Error(received.kind)
    const [event] = received.events
    if (event?.kind !== 'unreadable') throw new Error(event?.kind)
    expect(event.raw.isWellFormed()).toBe(true)
    expect(event.raw).not.toContain('\u0000')
  })
}

import { expect, it } from '@jest/globals'
import type { Channel } from '../../../src/contracts/channel.ts'
import { type Stage, text } from './stage.ts'

/** Longer than any answer on loopback takes, shorter than a test may. */
const SOON_MS = 500
const soon = () => AbortSignal.timeout(SOON_MS)

/** That a failure is of the right kind: what the sender does next hangs on it. */
export function tellsFaults({ door, under, send, faultOf, whereHas }: Stage): void {
  const nothingSeen = () => expect(under().seen()).toEqual([])

  it('too long', async () => {
    const tooLong = text('я'.repeat(under().channel.limits.text + 1))
    expect(await faultOf(send(tooLong))).toEqual({ kind: 'invalid' })
    nothingSeen()
  })

  it('no such chat', async () => {
    expect(await faultOf(send(text('эй'), { chat: '987654321' }))).toEqual({ kind: 'gone' })
  })

  it('too fast, and for how long', async () => {
    under().befall({ kind: 'rate', retryAfterMs: 7_000 })
    expect(await faultOf(send(text('быстро')))).toEqual({ kind: 'rate', retryAfterMs: 7_000 })
    nothingSeen()
  })

  it('blocked by the citizen', async () => {
    under().befall({ kind: 'blocked' })
    expect(await faultOf(send(text('эй')))).toEqual({ kind: 'gone' })
  })

  it.each(['reset before', 'reset after', 'html 502', 'truncated', 'garbage'] as const)(
    'not to be known after: %s',
    async (kind) => {
      under().befall({ kind })
      expect(await faultOf(send(text('дошло?')))).toEqual({ kind: 'unknown' })
      expect(under().seen()).toHaveLength(kind === 'reset before' ? 0 : 1)
    },
  )

  it('not to be known when its time is up', async () => {
    under().befall({ kind: 'hang' })
    expect(await faultOf(send(text('дошло?'), { signal: soon() }))).toEqual({ kind: 'unknown' })
  })

  it('given up before it began', async () => {
    expect(await faultOf(send(text('эй'), { signal: AbortSignal.abort() }))).toEqual({ kind: 'unsent' })
    nothingSeen()
  })

  it('nobody listens', async () => {
    const channel = under().unreachable()
    expect(await faultOf(send(text('эй'), { channel }))).toEqual({ kind: 'unsent' })
  })

  it('our credentials are refused', async () => {
    const channel = under().unauthorised()
    expect(await faultOf(send(text('эй'), { channel }))).toEqual({ kind: 'auth' })
    nothingSeen()
  })

  whereHas('prepare')('and why it could not be prepared', async () => {
    const prepare = async (channel: Channel) => channel.prepare?.(soon())
    expect(await faultOf(prepare(under().unreachable()))).toEqual({ kind: 'unsent' })
    expect(await faultOf(prepare(under().unauthorised()))).toEqual({ kind: 'auth' })
    await expect(prepare(under().channel)).resolves.toBeUndefined()
  })

  if (door === 'polled') tellsFaultsOfPolling(under, faultOf)

  it('and sends again when the trouble is over', async () => {
    under().befall({ kind: 'reset before' })
    await faultOf(send(text('раз')))
    await send(text('раз'))
    expect(under().seen()).toHaveLength(1)
  })
}

function tellsFaultsOfPolling(under: Stage['under'], faultOf: Stage['faultOf']): void {
  it('and why it could not be polled', async () => {
    const poll = async (channel: Channel) =>
      channel.door.kind === 'polled' ? channel.door.poll(undefined, soon()) : undefined
    expect(await faultOf(poll(under().unreachable()))).toEqual({ kind: 'unsent' })
    expect(await faultOf(poll(under().unauthorised()))).toEqual({ kind: 'auth' })
    expect(await faultOf(poll(under().channel))).toEqual({ kind: 'unknown' })
  })
}

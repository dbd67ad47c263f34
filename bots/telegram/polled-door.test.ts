import { describe, expect, it } from '@jest/globals'
import { channelName } from '../../src/core/ids.ts'
import type { CallBotApi } from './bot-api.ts'
import { createPolledDoor } from './polled-door.ts'

const CLOCK = { now: () => 0, monotonic: () => 0 }

/** A door to a Telegram that answers so. */
const doorTo = (batch: unknown) =>
  createPolledDoor(channelName('telegram'), (async () => batch) as unknown as CallBotApi, CLOCK)
const poll = (batch: unknown, cursor?: string) => doorTo(batch).poll(cursor, AbortSignal.timeout(1_000))

const update = (update_id: unknown, text = 'да') => ({
  update_id,
  message: { message_id: 1, date: 1, chat: { id: 1, type: 'private' }, text },
})

describe('polling', () => {
  it('goes on after the last update of the batch, also when Telegram began its numbers anew', async () => {
    expect((await poll([update(7), update(8)])).cursor).toBe('9')
    expect((await poll([update(3)], '900')).cursor).toBe('4')
  })

  it('stays where it is when there is nothing', async () => {
    expect(await poll([], '9')).toEqual({ events: [], cursor: '9' })
    expect(await poll([])).toEqual({ events: [], cursor: undefined })
  })

  it('passes an update without a number, and says when it cannot pass', async () => {
    const { events, cursor } = await poll([update(7), update('eight'), update(9)])
    expect(events.map(({ kind }) => kind)).toEqual(['inbound', 'unreadable', 'inbound'])
    expect(cursor).toBe('10')
    await expect(poll([update('eight')])).rejects.toMatchObject({ fault: { kind: 'unknown' } })
  })

  it('keeps an update that is nested too deep to be written', async () => {
    const deep: unknown = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`)
    const { events } = await poll([{ update_id: 7, message: deep }, update(8)])
    expect(events.map(({ kind }) => kind)).toEqual(['unreadable', 'inbound'])
  })

  it.each([undefined, null, {}, 'updates'])('takes %j for no answer', async (batch) => {
    await expect(poll(batch)).rejects.toMatchObject({ fault: { kind: 'unknown' } })
  })
})

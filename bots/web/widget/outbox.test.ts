import { describe, expect, it } from '@jest/globals'
import type { Device } from './device.ts'
import { type Outbox, openOutbox } from './outbox.ts'
import type { Outgoing, Posted } from './outgoing.ts'
import { openStore, type Store } from './store.ts'

const device: Device = { now: () => 1000, chance: () => 0, bytes: (count) => new Uint8Array(count) }
const message = (id: string, order: number): Outgoing => ({ id, order, locale: 'ru', kind: 'text', text: id })
const memory = () =>
  openStore(() => {
    throw new Error('blocked')
  })

/** An outbox whose server answers as told, in turn, and takes everything afterwards. */
function outboxWith(answers: Posted[], store: Store = memory()): { outbox: Outbox; sent: string[] } {
  const sent: string[] = []
  const outbox = openOutbox({
    store,
    device,
    changed: () => undefined,
    async send({ id }) {
      sent.push(id)
      return answers.shift() ?? { kind: 'kept' }
    },
  })
  return { outbox, sent }
}
const settled = () => new Promise((resolve) => setTimeout(resolve, 20))
const states = (outbox: Outbox) => outbox.entries().map(({ message: { id }, state }) => `${id} ${state}`)

describe('the outbox', () => {
  it('sends in order, and keeps a message until the server has shown it', async () => {
    const { outbox, sent } = outboxWith([])
    outbox.add(message('a', 1))
    outbox.add(message('b', 2))
    await settled()
    expect(sent).toEqual(['a', 'b'])
    expect(states(outbox)).toEqual(['a kept', 'b kept'])
    outbox.settle(new Set(['a']))
    expect(states(outbox)).toEqual(['b kept'])
  })

  it('lets nothing overtake a message that is to come again, and sends it again under the same id', async () => {
    const { outbox, sent } = outboxWith([{ kind: 'later', afterMs: 0 }])
    outbox.add(message('a', 1))
    await settled()
    expect(outbox.failing).toBe(true)
    outbox.add(message('b', 2))
    await settled()
    expect(sent).toEqual(['a', 'a', 'b'])
    expect(outbox.failing).toBe(false)
  })

  it('goes on after a message that the server will never take', async () => {
    const { outbox } = outboxWith([{ kind: 'refused' }])
    outbox.add(message('a', 1))
    outbox.add(message('b', 2))
    await settled()
    expect(states(outbox)).toEqual(['a refused', 'b kept'])
  })

  it('finds after a reload what was left, by order and not by age', async () => {
    const store = memory()
    const { outbox } = outboxWith([{ kind: 'later', afterMs: 0 }], store)
    outbox.add(message('b', 2))
    await settled()
    store.set('out.a', JSON.stringify({ message: message('a', 1), at: 0, state: 'waiting' }))
    store.set('out.torn', '{"mess')
    const after = outboxWith([], store)
    after.outbox.flush()
    await settled()
    expect(after.sent).toEqual(['a', 'b'])
  })

  it('writes nothing back when everything is forgotten while it sends', async () => {
    const store = memory()
    const { outbox } = outboxWith([], store)
    outbox.add(message('a', 1))
    store.clear()
    await settled()
    expect(store.keys('')).toEqual([])
  })
})

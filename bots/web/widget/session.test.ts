import { describe, expect, it } from '@jest/globals'
import type { Device } from './device.ts'
import { openSession } from './session.ts'
import { openStore } from './store.ts'

const memory = () =>
  openStore(() => {
    throw new Error('blocked')
  })

describe('the session', () => {
  it('begins once, whatever the number of tabs', () => {
    const store = memory()
    const device: Device = {
      now: () => 0,
      chance: () => 0,
      bytes: (count) => new Uint8Array(count).fill(255),
    }
    const [one, other] = [openSession(store, device), openSession(store, device)]
    expect(one.token()).toBeUndefined()
    expect([one.begin(), other.begin()]).toEqual([true, false])
    expect(other.token()).toBe(`${'_'.repeat(42)}8`)
  })

  it('orders messages through a clock that is set back', () => {
    let now = 1000
    const device: Device = { now: () => now, chance: () => 0, bytes: (count) => new Uint8Array(count) }
    const session = openSession(memory(), device)
    const first = session.nextOrder()
    now = 10
    expect([first, session.nextOrder(), session.nextOrder()]).toEqual([1000, 1001, 1002])
  })
})

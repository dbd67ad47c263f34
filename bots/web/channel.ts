import type { Channel, Limits } from '../../src/contracts/channel.ts'
import type { ChannelName } from '../../src/core/ids.ts'
import type { Door } from './door.ts'

const LIMITS: Limits = {
  text: 4096,
  markup: 'html',
  buttons: { max: 10, label: 80 },
  list: undefined,
  perSecond: 1000,
  idempotent: true,
  sendTimeoutMs: 5000,
}

export function createChannel(name: ChannelName, door: Door): Channel {
  return {
    name,
    limits: LIMITS,
    door: { kind: 'pushed', listen: door.listen },
    /** There is nobody to call: the citizen's browser reads what is said from the feed. */
    async send() {
      return { platformId: undefined }
    },
  }
}

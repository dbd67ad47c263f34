import { describe } from '@jest/globals'
import { hears } from './channel/hears.ts'
import type { ChannelKind } from './channel/platform.ts'
import { says } from './channel/says.ts'
import { channelStage } from './channel/stage.ts'
import { tellsFaults } from './channel/tells-faults.ts'
import { verifies } from './channel/verifies.ts'

/**
 * What every channel promises, whatever its messenger. A channel passes it by this one call, over a fake
 * server that speaks the messenger's own protocol and enforces its limits.
 */
export function channelContract(kind: ChannelKind): void {
  describe(`the channel ${kind.name}`, () => {
    const stage = channelStage(kind)
    describe('hears', () => hears(stage))
    if (kind.door === 'webhook') describe('verifies', () => verifies(stage))
    describe('says', () => says(stage))
    describe('tells why a message did not go out', () => tellsFaults(stage))
  })
}

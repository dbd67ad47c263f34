import { inspect } from 'node:util'
import { afterEach, beforeEach, expect, it } from '@jest/globals'
import type { Channel, ChannelEvent, Sent } from '../../../src/contracts/channel.ts'
import type { Inbound } from '../../../src/core/message.ts'
import type { Part } from '../../../src/core/reply.ts'
import { SendError, type SendFault } from '../../../src/core/send-error.ts'
import type { Ability, ChannelKind, ChannelUnderTest, Doings } from './platform.ts'

export type TextPart = Extract<Part, { kind: 'text' }>

/** What the parts of the contract share: the channel under test, and how to speak of it in a line. */
export interface Stage {
  readonly door: ChannelKind['door']
  readonly under: () => ChannelUnderTest
  readonly has: (ability: Ability) => boolean
  /** A test that is skipped, and counted so, where the messenger lacks this. */
  readonly whereHas: (ability: Ability) => typeof it | typeof it.skip
  readonly does: <Name extends keyof Doings>(what: Name) => NonNullable<Doings[Name]>
  /** Delivers one update of which one inbound must come. */
  readonly heard: (native: string) => Promise<Inbound>
  readonly send: (part: Part, options?: SendOptions) => Promise<Sent>
  /** The fault with which a promise rejects; nothing but a `SendError` free of secrets will do. */
  readonly faultOf: (calling: Promise<unknown>) => Promise<SendFault>
}

export interface SendOptions {
  readonly channel?: Channel
  readonly signal?: AbortSignal
  readonly chat?: string
  readonly key?: string
}

export function channelStage({ name, door, lacks = [], start }: ChannelKind): Stage {
  let current: ChannelUnderTest | undefined
  beforeEach(async () => {
    current = await start()
  })
  afterEach(() => current?.close())
  const under = () => {
    if (current === undefined) throw new Error(`${name} was not started`)
    return current
  }
  const has = (ability: Ability) => !lacks.includes(ability)
  return {
    door,
    under,
    has,
    whereHas: (ability) => (has(ability) ? it : it.skip),
    does(what) {
      const done: Doings[typeof what] | undefined = under().citizen[what]
      if (done === undefined) throw new Error(`${name} lacks ${what} and does not say so`)
      return done as NonNullable<Doings[typeof what]>
    },
    heard: async (native) => onlyInbound(await under().deliver(native)),
    send(part, options = {}) {
      const { channel = under().channel, chat = under().chat, key = '1' } = options
      const { signal = AbortSignal.timeout(5_000) } = options
      return channel.send({ channel: channel.name, chat }, part, { key, signal })
    },
    async faultOf(calling) {
      const error = await calling.then(
        () => undefined,
        (reason: unknown) => reason,
      )
      if (!(error instanceof SendError)) throw new Error(`no SendError: ${inspect(error)}`)
      expectNoSecret(error, under().secrets)
      return error.fault
    },
  }
}

export function onlyInbound(events: readonly ChannelEvent[]): Inbound {
  expect(events).toHaveLength(1)
  const [event] = events
  if (event?.kind !== 'inbound') throw new Error(`not inbound: ${inspect(event)}`)
  return event.inbound
}

export function text(said: string, more: Partial<TextPart> = {}): TextPart {
  return { kind: 'text', text: said, markup: 'none', choices: [], layout: 'none', ...more }
}

function expectNoSecret(error: Error, secrets: readonly string[]): void {
  const written = [
    error.message,
    error.stack,
    String(error),
    JSON.stringify(error),
    inspect(error, { depth: 10, showHidden: true }),
  ].join('\n')
  for (const secret of secrets) expect(written).not.toContain(secret)
}

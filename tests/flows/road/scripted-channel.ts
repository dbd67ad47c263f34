import type { Channel, Limits } from '../../../src/contracts/channel.ts'
import { channelName } from '../../../src/core/ids.ts'
import type { Part } from '../../../src/core/reply.ts'
import { SendError, type SendFault } from '../../../src/core/send-error.ts'

export interface Seen {
  readonly chat: string
  readonly key: string
  readonly text: string
}

/** What becomes of one send; `arrive` is what makes the citizen see it. */
export type Doing = (arrive: () => void) => Promise<void>

/** A messenger in memory: it shows what it is sent, unless a test says what becomes of a send. */
export interface ScriptedChannel extends Channel {
  /** What citizens see, in the order it came. */
  readonly seen: readonly Seen[]
  seenBy(chat: string): readonly string[]
  /** What becomes of the next sends, one after the other. */
  next(...doings: readonly Doing[]): void
  /** What becomes of all others. */
  otherwise: Doing
  /** The chats that more than one send was under way to at once. There must be none. */
  readonly overlapping: ReadonlySet<string>
}

export const arrives: Doing = async (arrive) => arrive()

export const fails =
  (fault: SendFault): Doing =>
  async () => {
    throw new SendError(fault, `scripted: ${fault.kind}`)
  }

/** It arrived, and the answer got lost. */
export const vanishes: Doing = async (arrive) => {
  arrive()
  throw new SendError({ kind: 'unknown' }, 'scripted: the answer is lost')
}

/** Arrives when it is let go. */
export function held(): { readonly doing: Doing; release(): void } {
  const { promise, resolve } = Promise.withResolvers<void>()
  return {
    doing: async (arrive) => {
      await promise
      arrive()
    },
    release: resolve,
  }
}

const LIMITS: Limits = {
  text: 4096,
  markup: 'none',
  buttons: undefined,
  list: undefined,
  perSecond: 10_000,
  idempotent: false,
  sendTimeoutMs: 10_000,
}

export function scriptedChannel(): ScriptedChannel {
  const seen: Seen[] = []
  const script: Doing[] = []
  const busy = new Set<string>()
  const overlapping = new Set<string>()
  const channel: ScriptedChannel = {
    name: channelName('scripted'),
    limits: LIMITS,
    door: {
      kind: 'pushed',
      listen: (_hear, stop) =>
        new Promise((resolve) => stop.addEventListener('abort', () => resolve(), { once: true })),
    },
    async send({ chat }, part, { key }) {
      if (busy.has(chat)) overlapping.add(chat)
      busy.add(chat)
      try {
        const doing = script.shift() ?? channel.otherwise
        await doing(() => void seen.push({ chat, key, text: textOf(part) }))
        return { platformId: key }
      } finally {
        busy.delete(chat)
      }
    },
    seen,
    seenBy: (chat) => seen.filter((each) => each.chat === chat).map(({ text }) => text),
    next: (...doings) => void script.push(...doings),
    otherwise: arrives,
    overlapping,
  }
  return channel
}

const textOf = (part: Part): string => (part.kind === 'text' ? part.text : `(${part.kind})`)

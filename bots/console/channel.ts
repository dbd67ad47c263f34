import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import type { Channel } from '../../src/contracts/channel.ts'
import type { Clock } from '../../src/contracts/clock.ts'
import type { ChannelName } from '../../src/core/ids.ts'
import { parseLine } from './parse.ts'

export interface ConsoleDeps {
  readonly name: ChannelName
  readonly input: Readable
  readonly output: Writable
  readonly clock: Clock
  /** Resolves when everything said so far is answered: then the next line is read. */
  readonly answered: () => Promise<void>
}

/**
 * A talk in the terminal: one chat, a line is a message, choices are numbered. Lines that come all at once,
 * through a pipe, are said one after the other, so that each has an answer of its own.
 */
export function createConsoleChannel({ name, input, output, clock, answered }: ConsoleDeps): {
  readonly channel: Channel
  /** Resolves at an empty line or at the end of the input. */
  readonly ended: Promise<void>
} {
  const { promise: ended, resolve: end } = Promise.withResolvers<void>()
  const address = { channel: name, chat: 'terminal' }
  let count = 0

  const channel: Channel = {
    name,
    limits: {
      text: 4_000,
      markup: 'none',
      buttons: undefined,
      list: undefined,
      perSecond: 100,
      idempotent: true,
      sendTimeoutMs: 5_000,
    },
    door: {
      kind: 'pushed',
      async listen(hear, until) {
        const base = () => ({
          from: address,
          key: String(++count),
          order: count,
          sentAt: clock.now(),
          author: {},
        })
        const say = async (said: ReturnType<typeof parseLine>) => {
          await hear([{ kind: 'inbound', inbound: { ...base(), ...said } }])
          await answered()
        }
        await say({ kind: 'command', command: 'start', rest: '' })
        // Only now: lines that come before somebody asks for them are lost.
        const lines = createInterface({ input })
        until.addEventListener('abort', () => lines.close())
        for await (const line of lines) {
          if (line.trim() === '') break
          await say(parseLine(line))
        }
        end()
      },
    },
    async send(_to, part) {
      if (part.kind === 'text') output.write(`\n${part.text.replaceAll(CONTROL, '')}\n\n`)
      return { platformId: undefined }
    },
  }
  return { channel, ended }
}

/** A terminal obeys control characters; a text has no business with them, but for its line ends. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is taken out.
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g

import { inspect } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { Channel, ChannelEvent } from '../../src/contracts/channel.ts'
import { choiceId } from '../../src/core/ids.ts'
import type { Inbound } from '../../src/core/message.ts'
import type { Part } from '../../src/core/reply.ts'
import { SendError, type SendFault } from '../../src/core/send-error.ts'
import type { ChannelUnderTest, Mishap } from './channel-platform.ts'

const text = (said: string, more: Partial<Extract<Part, { kind: 'text' }>> = {}): Part => ({
  kind: 'text',
  text: said,
  markup: 'none',
  choices: [],
  layout: 'none',
  ...more,
})

/** Longer than any answer on loopback takes, shorter than a test may. */
const SOON_MS = 500

/**
 * What every channel promises, whatever its messenger. A channel passes it over a fake server that speaks
 * the messenger's own protocol; `start` gives a fresh one to each test.
 */
export function channelContract(name: string, start: () => Promise<ChannelUnderTest>): void {
  describe(`the channel ${name}`, () => {
    let under: ChannelUnderTest
    beforeEach(async () => {
      under = await start()
    })
    afterEach(() => under.close())

    const only = (events: readonly ChannelEvent[]): Inbound => {
      expect(events).toHaveLength(1)
      const [event] = events
      if (event?.kind !== 'inbound') throw new Error(`not inbound: ${inspect(event)}`)
      return event.inbound
    }
    const delivered = async (native: string) => only(await under.deliver(native))

    const send = (part: Part, channel: Channel = under.channel, signal = AbortSignal.timeout(5_000)) =>
      channel.send({ channel: channel.name, chat: under.chat }, part, { key: '1', signal })

    /** The `SendError` with which it rejects, and nothing else; free of every secret. */
    const failure = async (sending: Promise<unknown>): Promise<SendFault> => {
      const error = await sending.then(
        () => undefined,
        (reason: unknown) => reason,
      )
      if (!(error instanceof SendError)) throw new Error(`no SendError: ${inspect(error)}`)
      expectNoSecret(error, under.secrets)
      return error.fault
    }

    describe('hears', () => {
      it('a text, its author and its time', async () => {
        const before = Date.now()
        const heard = await delivered(under.citizen.says('Как записаться к врачу?'))
        expect(heard).toMatchObject({ kind: 'text', text: 'Как записаться к врачу?' })
        expect(heard.from).toEqual({ channel: under.channel.name, chat: under.chat })
        expect(heard.messageId).not.toBeUndefined()
        expect(Math.abs(heard.sentAt - before)).toBeLessThan(10_000)
      })

      it('Cyrillic, emoji, right-to-left and many lines exactly as they were typed', async () => {
        const said = 'Ёлки 👩‍👩‍👧🏽 ты\nгде?\tשלום \u202eобратно\u202c <b>&amp;</b> "\\u0041"'
        expect(await delivered(under.citizen.says(said))).toMatchObject({ text: said })
      })

      it('a text with NUL and half an emoji, in a form that can be stored', async () => {
        const heard = await delivered(under.citizen.says('код\u0000 не \ud83d приходит'))
        if (heard.kind !== 'text') throw new Error(heard.kind)
        expect(heard.text).not.toContain('\u0000')
        expect(heard.text.isWellFormed()).toBe(true)
        expect(heard.text).toMatch(/^код не . приходит$/u)
      })

      it('a long text whole', async () => {
        const said = 'много слов '.repeat(9_000).trim()
        expect(await delivered(under.citizen.says(said))).toMatchObject({ text: said })
      })

      it('a pressed button by the choice that was offered', async () => {
        if (under.citizen.presses === undefined) return
        const heard = await delivered(under.citizen.presses('contacts.phone', 'Телефон'))
        expect(heard).toMatchObject({ kind: 'choice', choice: 'contacts.phone' })
      })

      it('a command without its slash, and what follows it', async () => {
        if (under.citizen.commands === undefined) return
        const heard = await delivered(under.citizen.commands('start', 'сайт'))
        expect(heard).toMatchObject({ kind: 'command', command: 'start', rest: 'сайт' })
      })

      it('an edit, and of which message', async () => {
        if (under.citizen.edits === undefined) return
        const said = await delivered(under.citizen.says('каг записаться'))
        const heard = await delivered(under.citizen.edits(said.messageId ?? '', 'как записаться'))
        expect(heard).toMatchObject({ kind: 'edit', of: said.messageId, text: 'как записаться' })
      })

      it('a file and its caption', async () => {
        if (under.citizen.sendsFile === undefined) return
        const heard = await delivered(under.citizen.sendsFile('вот квитанция', 'FILE-1'))
        expect(heard).toMatchObject({ kind: 'files', files: [{ ref: 'FILE-1' }], text: 'вот квитанция' })
      })

      it('what has no words, so that it gets an answer too', async () => {
        expect(await delivered(under.citizen.sendsWordless())).toMatchObject({ kind: 'other' })
      })

      it('a group, so that it can be left', async () => {
        if (under.citizen.speaksInGroup === undefined) return
        expect(await delivered(under.citizen.speaksInGroup('бот, ответь'))).toMatchObject({ kind: 'group' })
      })

      it('that it was blocked', async () => {
        if (under.citizen.blocks === undefined) return
        expect(await delivered(under.citizen.blocks())).toMatchObject({ kind: 'stopped' })
      })

      it('a kind that it does not serve, and names it for the count', async () => {
        const [event] = await under.deliver(under.citizen.unserved())
        expect(event).toEqual({ kind: 'ignored', what: expect.stringMatching(/^[a-z_]+$/) })
      })

      it('a repeated update under the same key', async () => {
        const first = await under.deliver(under.citizen.says('один раз'))
        const second = await under.redeliver()
        expect(second.map(({ kind }) => kind)).toEqual(['inbound'])
        expect(only(second).key).toBe(only(first).key)
      })

      it('updates in an order that grows, under keys that differ', async () => {
        const natives = ['раз', 'два', 'три'].map((said) => under.citizen.says(said))
        const events = await under.deliver(...natives)
        const heard = events.map((event) => only([event]))
        expect(heard.map((each) => each.kind === 'text' && each.text)).toEqual(['раз', 'два', 'три'])
        expect(heard.map(({ order }) => order)).toEqual(
          heard.map(({ order }) => order).toSorted((a, b) => a - b),
        )
        expect(new Set(heard.map(({ key }) => key)).size).toBe(3)
      })

      it('an unreadable update as such, and loses none of its neighbours', async () => {
        const { says, corrupt } = under.citizen
        const events = await under.deliver(says('до'), corrupt(), says('после'))
        expect(events.map(({ kind }) => kind)).toEqual(['inbound', 'unreadable', 'inbound'])
        const [, letter] = events
        if (letter?.kind !== 'unreadable') throw new Error('not unreadable')
        expect(letter.key).not.toBe('')
        expect(letter.raw).not.toBe('')
        expect(letter.raw.isWellFormed()).toBe(true)
      })

      it('keys that are traps for JavaScript as any unknown key', async () => {
        const trap = '"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},'
        const native = under.citizen.says('привет').replace('{', `{${trap}`)
        expect(await delivered(native)).toMatchObject({ kind: 'text', text: 'привет' })
        expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
        expect(Object.prototype).not.toHaveProperty('polluted')
      })
    })

    describe('verifies', () => {
      const bytes = (native: string) => new TextEncoder().encode(native)
      const receive = (body: Uint8Array, proof: 'right' | 'wrong' | 'absent') => {
        const { door } = under.channel
        if (door.kind !== 'webhook' || under.request === undefined) return undefined
        return door.receive(under.request(body, proof))
      }

      it.each(['wrong', 'absent'] as const)('a %s proof is no proof', (proof) => {
        const received = receive(bytes(under.citizen.says('впустите')), proof)
        if (received === undefined) return
        expect(received).toEqual({ kind: 'unverified' })
      })

      it.each([
        ['cut off', '{"update_id":1,"message":{'],
        ['empty', ''],
        ['no object', '[1,2,3]'],
        ['null', 'null'],
        ['a thousand brackets', '['.repeat(1_000)],
      ])('a body that is %s is kept raw, and never thrown at the caller', (_what, body) => {
        const received = receive(bytes(body), 'right')
        if (received === undefined) return
        expect(received).toMatchObject({ kind: 'verified', events: [{ kind: 'unreadable', raw: body }] })
        expect(receive(bytes(body), 'right')).toEqual(received)
      })

      it('a body that is no UTF-8 is no more than unreadable', () => {
        const received = receive(Uint8Array.of(0x7b, 0xff, 0xfe, 0x00, 0x7d), 'right')
        if (received === undefined) return
        expect(received).toMatchObject({ kind: 'verified', events: [{ kind: 'unreadable' }] })
      })

      it('an unverified body is not even read', () => {
        const received = receive(bytes('{"update_id":'), 'wrong')
        if (received === undefined) return
        expect(received).toEqual({ kind: 'unverified' })
      })
    })

    describe('says', () => {
      const shown = () => under.seen().at(-1)

      it('a text, exactly', async () => {
        const said = 'Ёлки 👩‍👩‍👧🏽\nи <b>не тег</b> & «кавычки»'
        await send(text(said))
        expect(shown()).toEqual({ text: said, buttons: [] })
      })

      it('a text of the greatest length that it names', async () => {
        const said = 'я'.repeat(under.channel.limits.text)
        await send(text(said))
        expect(shown()?.text).toBe(said)
      })

      it('markup that was escaped as its reader sees it', async () => {
        if (under.channel.limits.markup !== 'html') return
        const html = 'Звоните: <b>8 800</b>, <a href="https://example.ru/?a=1&amp;b=2">сайт</a> &lt;3'
        await send(text(html, { markup: 'html' }))
        expect(shown()?.text).toBe('Звоните: 8 800, сайт <3')
      })

      it('as many buttons, with labels as long, as it names', async () => {
        const { buttons } = under.channel.limits
        if (buttons === undefined) return
        const choices = Array.from({ length: buttons.max }, (_, index) => ({
          id: choiceId(`${index}`.padEnd(64, '.')),
          label: `${index} `.padEnd(buttons.label, 'ы'),
        }))
        await send(text('Что именно?', { choices, layout: 'buttons' }))
        expect(shown()?.buttons).toEqual(choices.map(({ id, label }) => ({ choice: id, label })))
      })

      it('half an emoji in some form, rather than nothing', async () => {
        await send(text('дом \ud83c'))
        expect(shown()?.text).toMatch(/^дом ./u)
      })

      it('one message a call', async () => {
        await send(text('раз'))
        await send(text('два'))
        expect(under.seen().map(({ text: each }) => each)).toEqual(['раз', 'два'])
      })

      it('the same key twice, once, where the messenger knows keys', async () => {
        if (!under.channel.limits.idempotent) return
        await send(text('раз'))
        await send(text('раз'))
        expect(under.seen()).toHaveLength(1)
      })
    })

    describe('tells why a message did not go out', () => {
      it('too long', async () => {
        const said = 'я'.repeat(under.channel.limits.text + 1)
        expect(await failure(send(text(said)))).toEqual({ kind: 'invalid' })
        expect(under.seen()).toEqual([])
      })

      it('no such chat', async () => {
        const { channel } = under
        const signal = AbortSignal.timeout(5_000)
        const sending = channel.send({ channel: channel.name, chat: '987654321' }, text('эй'), {
          key: '1',
          signal,
        })
        expect(await failure(sending)).toEqual({ kind: 'gone' })
      })

      it('too fast, and for how long', async () => {
        under.befall({ kind: 'rate', retryAfterMs: 7_000 })
        expect(await failure(send(text('быстро')))).toEqual({ kind: 'rate', retryAfterMs: 7_000 })
        expect(under.seen()).toEqual([])
      })

      it('blocked by the citizen', async () => {
        under.befall({ kind: 'blocked' })
        expect(await failure(send(text('эй')))).toEqual({ kind: 'gone' })
      })

      const unknown: readonly Mishap['kind'][] = [
        'reset before',
        'reset after',
        'html 502',
        'truncated',
        'garbage',
      ]
      it.each(unknown)('cannot know after: %s', async (kind) => {
        under.befall({ kind } as Mishap)
        expect(await failure(send(text('дошло?')))).toEqual({ kind: 'unknown' })
      })

      it('cannot know after its time was up', async () => {
        under.befall({ kind: 'hang' })
        const sending = send(text('дошло?'), under.channel, AbortSignal.timeout(SOON_MS))
        expect(await failure(sending)).toEqual({ kind: 'unknown' })
      })

      it('given up before it began', async () => {
        expect(await failure(send(text('эй'), under.channel, AbortSignal.abort()))).toEqual({
          kind: 'unsent',
        })
        expect(under.seen()).toEqual([])
      })

      it('nobody listens', async () => {
        expect(await failure(send(text('эй'), under.unreachable()))).toEqual({ kind: 'unsent' })
      })

      it('our credentials are refused', async () => {
        expect(await failure(send(text('эй'), under.unauthorised()))).toEqual({ kind: 'auth' })
      })

      it('of preparing too', async () => {
        const soon = () => AbortSignal.timeout(5_000)
        if (under.channel.prepare === undefined) return
        expect(await failure(under.unreachable().prepare?.(soon()) ?? Promise.resolve())).toEqual({
          kind: 'unsent',
        })
        expect(await failure(under.unauthorised().prepare?.(soon()) ?? Promise.resolve())).toEqual({
          kind: 'auth',
        })
      })

      it('of polling too', async () => {
        const poll = ({ door }: Channel) =>
          door.kind === 'polled' ? door.poll(undefined, AbortSignal.timeout(SOON_MS)) : undefined
        const polling = poll(under.unreachable())
        if (polling === undefined) return
        expect(await failure(polling)).toEqual({ kind: 'unsent' })
        expect(await failure(poll(under.unauthorised()) ?? Promise.resolve())).toEqual({ kind: 'auth' })
        expect(await failure(poll(under.channel) ?? Promise.resolve())).toEqual({ kind: 'unknown' })
      })

      it('and sends again when the trouble is over', async () => {
        under.befall({ kind: 'reset before' })
        await failure(send(text('раз')))
        await send(text('раз'))
        expect(under.seen()).toHaveLength(1)
      })
    })
  })
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

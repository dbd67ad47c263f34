import { expect, it } from '@jest/globals'
import { onlyInbound, type Stage } from './stage.ts'

/** What citizens do, as the channel tells it. */
export function hears({ under, heard, does, whereHas }: Stage): void {
  it('a text, its author and its time', async () => {
    const inbound = await heard(does('says')('Как записаться к врачу?'))
    expect(inbound).toMatchObject({ kind: 'text', text: 'Как записаться к врачу?' })
    expect(inbound.from).toEqual({ channel: under().channel.name, chat: under().chat })
    expect(inbound.messageId).not.toBeUndefined()
    // By the messenger's clock, which is this machine's; a slip in the unit would be decades.
    expect(Math.abs(inbound.sentAt - Date.now())).toBeLessThan(3_600_000)
  })

  it('Cyrillic, emoji, right-to-left and many lines exactly as they were typed', async () => {
    const said = 'Ёлки 👩‍👩‍👧🏽 ты\nгде?\tשלום \u202eобратно\u202c <b>&amp;</b> "\\u0041"'
    expect(await heard(does('says')(said))).toMatchObject({ text: said })
  })

  it('a text with NUL and half an emoji, in a form that can be stored', async () => {
    const inbound = await heard(does('says')('код\u0000 не \ud83d приходит'))
    if (inbound.kind !== 'text') throw new Error(inbound.kind)
    expect(inbound.text.isWellFormed()).toBe(true)
    expect(inbound.text).toMatch(/^код не . приходит$/u)
  })

  it('a long text whole', async () => {
    const said = 'много слов '.repeat(9_000).trim()
    expect(await heard(does('says')(said))).toMatchObject({ text: said })
  })

  whereHas('presses')('a pressed button by the choice that was offered', async () => {
    const inbound = await heard(does('presses')('contacts.phone', 'Телефон'))
    expect(inbound).toMatchObject({ kind: 'choice', choice: 'contacts.phone' })
  })

  whereHas('commands')('a command without its slash, and what follows it', async () => {
    const inbound = await heard(does('commands')('start', 'сайт'))
    expect(inbound).toMatchObject({ kind: 'command', command: 'start', rest: 'сайт' })
  })

  whereHas('edits')('an edit, and of which message', async () => {
    const said = await heard(does('says')('каг записаться'))
    const edit = await heard(does('edits')(said.messageId ?? '', 'как записаться'))
    expect(edit).toMatchObject({ kind: 'edit', of: said.messageId, text: 'как записаться' })
  })

  whereHas('sendsFile')('a file and its caption', async () => {
    const inbound = await heard(does('sendsFile')('вот квитанция', 'FILE-1'))
    expect(inbound).toMatchObject({ kind: 'files', files: [{ ref: 'FILE-1' }], text: 'вот квитанция' })
  })

  whereHas('sendsWordless')('what has no words, so that it gets an answer too', async () => {
    expect(await heard(does('sendsWordless')())).toMatchObject({ kind: 'other' })
  })

  whereHas('speaksInGroup')('a group, so that it can be left', async () => {
    expect(await heard(does('speaksInGroup')('бот, ответь'))).toMatchObject({ kind: 'group' })
  })

  whereHas('blocks')('that it was blocked', async () => {
    expect(await heard(does('blocks')())).toMatchObject({ kind: 'stopped' })
  })

  whereHas('unserved')('a kind that it does not serve, and names it for the count', async () => {
    const events = await under().deliver(does('unserved')())
    expect(events).toEqual([{ kind: 'ignored', what: expect.stringMatching(/^[a-z_]+$/) }])
  })

  it('a repeated update as the same', async () => {
    const first = onlyInbound(await under().deliver(does('says')('один раз')))
    const second = onlyInbound(await under().redeliver())
    expect(second.key).toBe(first.key)
    expect(second).toMatchObject({ order: first.order, text: 'один раз' })
  })

  it('updates in an order that grows, under keys that differ', async () => {
    const events = await under().deliver(...['раз', 'два', 'три'].map((said) => does('says')(said)))
    const inbounds = events.map((event) => onlyInbound([event]))
    expect(inbounds.map((each) => each.kind === 'text' && each.text)).toEqual(['раз', 'два', 'три'])
    const orders = inbounds.map(({ order }) => order)
    expect(orders).toEqual(orders.toSorted((one, other) => one - other))
    expect(new Set(inbounds.map(({ key }) => key)).size).toBe(3)
  })

  it('an unreadable update as such, and loses none of its neighbours', async () => {
    const natives = [does('says')('до'), does('corrupt')(), does('says')('после')]
    const events = await under().deliver(...natives)
    expect(events.map(({ kind }) => kind)).toEqual(['inbound', 'unreadable', 'inbound'])
    expect(events[1]).toMatchObject({ key: expect.stringMatching(/./), raw: expect.stringMatching(/./) })
    expect(await under().redeliver()).toEqual(events)
  })

  it('keys that are traps for JavaScript as any unknown key', async () => {
    const trap = '"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},'
    const native = does('says')('привет').replace('{', `{${trap}`)
    expect(await heard(native)).toMatchObject({ kind: 'text', text: 'привет' })
    expect(Object.prototype).not.toHaveProperty('polluted')
  })
}

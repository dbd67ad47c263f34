import { describe, expect, it } from '@jest/globals'
import { bubblesOf } from './bubble.ts'
import type { Item } from './item.ts'
import type { Entry } from './outbox.ts'

const said = (seq: number, text: string, rest: Partial<Item> = {}): Item => ({
  seq,
  at: 0,
  author: 'bot',
  text,
  choices: [],
  ...rest,
})
const entry = (id: string, text: string, state: Entry['state'] = 'waiting'): Entry => ({
  message: { id, order: 1, locale: 'ru', kind: 'text', text },
  at: 0,
  state,
})
const CHOICES = [{ id: 'a', label: 'A' }]
const texts = (bubbles: readonly { readonly text: string }[]) => bubbles.map(({ text }) => text)

describe('the conversation as it is drawn', () => {
  it('shows what is on its way after what was heard, and each message once', () => {
    const items = [said(1, 'hi'), said(2, 'question', { author: 'citizen', key: 'k1' })]
    const bubbles = bubblesOf(items, [entry('k1', 'question', 'kept'), entry('k2', 'more')], false)
    expect(texts(bubbles)).toEqual(['hi', 'question', 'more'])
    expect(bubbles.map(({ sending }) => sending)).toEqual(['sent', 'sent', 'sending'])
  })

  it('keeps a message’s key on its way to the server and back', () => {
    const [before] = bubblesOf([], [entry('k1', 'question')], true)
    const [after] = bubblesOf([said(1, 'question', { author: 'citizen', key: 'k1' })], [], false)
    expect(before).toMatchObject({ key: 'k1', sending: 'failing' })
    expect(after).toMatchObject({ key: 'k1', sending: 'sent' })
  })

  it('leaves out what the citizen did without words', () => {
    const own = { author: 'citizen' } as const
    expect(
      texts(bubblesOf([said(1, '/start', own), said(2, '/language', own), said(3, '', own)], [], false)),
    ).toEqual([])
    expect(bubblesOf([said(1, '/human', own)], [], false)).toMatchObject([{ asksHuman: true }])
  })

  it('makes the choices quiet once something was said after them', () => {
    const items = [said(1, 'which?', { choices: CHOICES }), said(2, 'or call us')]
    const fresh = (more: Item[], entries: Entry[] = []) =>
      bubblesOf([...items, ...more], entries, false)[0]?.choicesAreFresh
    expect(fresh([])).toBe(true)
    expect(fresh([said(3, 'which else?', { choices: CHOICES })])).toBe(false)
    expect(fresh([said(3, 'this', { author: 'citizen' })])).toBe(false)
    expect(fresh([], [entry('k', 'this')])).toBe(false)
  })
})

import { expect, it } from '@jest/globals'
import { choiceId } from '../../../src/core/ids.ts'
import { type Stage, text } from './stage.ts'

/** What the citizen sees of what is sent. */
export function says({ under, send, has, whereHas }: Stage): void {
  const shown = () => under().seen().at(-1)

  it('a text, exactly', async () => {
    const said = 'Ёлки 👩‍👩‍👧🏽\nи <b>не тег</b> & «кавычки»'
    await send(text(said))
    expect(shown()).toEqual({ text: said, buttons: [] })
  })

  it('a text of the greatest length that it names', async () => {
    const said = 'я'.repeat(under().channel.limits.text)
    await send(text(said))
    expect(shown()?.text).toBe(said)
  })

  whereHas('markup')('markup, as its reader sees it', async () => {
    const { markup } = under().channel.limits
    const html = 'Звоните: <b>8 800</b>, <a href="https://example.ru/?a=1&amp;b=2">сайт</a> &lt;3'
    await send(text(html, { markup }))
    expect(shown()?.text).toBe('Звоните: 8 800, сайт <3')
  })

  whereHas('buttons')('as many buttons, with labels as long, as it names', async () => {
    const { max = 0, label = 0 } = under().channel.limits.buttons ?? {}
    const choices = Array.from({ length: max }, (_, index) => ({
      id: choiceId(`${index}`.padEnd(64, '.')),
      label: `${index} `.padEnd(label, 'ы'),
    }))
    await send(text('Что именно?', { choices, layout: 'buttons' }))
    expect(choices).not.toHaveLength(0)
    expect(shown()?.buttons).toEqual(choices.map((choice) => ({ choice: choice.id, label: choice.label })))
  })

  it('half an emoji in some form, rather than nothing', async () => {
    await send(text('дом \ud83c'))
    expect(shown()?.text).toMatch(/^дом ./u)
  })

  it('one message a call', async () => {
    await send(text('раз'), { key: '1' })
    await send(text('два'), { key: '2' })
    expect(
      under()
        .seen()
        .map((each) => each.text),
    ).toEqual(['раз', 'два'])
  })

  whereHas('keys')('once what is sent twice under one key', async () => {
    await send(text('раз'), { key: '1' })
    await send(text('раз'), { key: '1' })
    expect(under().seen()).toHaveLength(1)
  })

  it('in its limits what it can do', () => {
    const { limits, prepare } = under().channel
    expect({
      buttons: limits.buttons !== undefined,
      markup: limits.markup !== 'none',
      keys: limits.idempotent,
      prepare: prepare !== undefined,
    }).toEqual({ buttons: has('buttons'), markup: has('markup'), keys: has('keys'), prepare: has('prepare') })
  })
}

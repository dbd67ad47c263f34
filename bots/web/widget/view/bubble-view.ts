import type { Bubble } from '../bubble.ts'
import { type Piece, parseMarkup } from '../markup.ts'
import type { Words } from '../words.ts'
import { el, setAttribute, setText } from './dom.ts'
import { icon } from './icons.ts'
import type { Actions, Model } from './model.ts'
import { timeOfDay } from './times.ts'

export interface BubbleView {
  readonly element: HTMLElement
  update(bubble: Bubble, model: Model): void
}

/** A second press within this time is a slip of the finger, ms. */
const SLIP_MS = 1000

/** One message. Made once and then only changed, so that it is announced once. */
export function createBubbleView(actions: Actions): BubbleView {
  const who = el('span', { class: 'who' })
  const text = el('div', { class: 'text', dir: 'auto' })
  const time = el('time')
  const state = el('span', { class: 'state' })
  const mark = el('span', { class: 'mark', 'aria-hidden': 'true' })
  const choices = el('div', { class: 'choices', role: 'group' })
  const element = el(
    'div',
    { class: 'bubble' },
    who,
    text,
    choices,
    el('div', { class: 'meta' }, state, time, mark),
  )
  let drawn = ''
  let pressedAt = 0

  function drawText(bubble: Bubble, words: Words): void {
    const body = bubble.asksHuman ? words.human : bubble.text
    if (drawn === body) return
    drawn = body
    const isOwn = bubble.author === 'citizen'
    text.replaceChildren(...(isOwn ? [body] : parseMarkup(body).map(toNode)))
  }
  function drawChoices(bubble: Bubble): void {
    choices.hidden = bubble.choices.length === 0
    if (choices.childElementCount === bubble.choices.length) return
    const buttons = bubble.choices.map((choice) =>
      el(
        'button',
        {
          type: 'button',
          class: 'choice',
          onclick: ({ timeStamp }: Event) => {
            if (pressedAt > 0 && timeStamp - pressedAt < SLIP_MS) return
            pressedAt = timeStamp
            actions.choose(choice)
          },
        },
        choice.label,
      ),
    )
    choices.replaceChildren(...buttons)
  }
  function drawState({ author, sending }: Bubble, words: Words): void {
    if (author !== 'citizen') return
    const isCalm = sending === 'sent'
    setText(state, words[sending])
    state.classList.toggle('unseen', isCalm)
    if (mark.dataset['of'] === sending) return
    mark.dataset['of'] = sending
    mark.replaceChildren(icon(isCalm ? 'sent' : 'clock'))
  }

  return {
    element,
    update(bubble, { words, locale }) {
      element.dataset['author'] = bubble.author
      element.dataset['sending'] = bubble.sending
      element.classList.toggle('fresh', bubble.choicesAreFresh)
      setText(who, words[bubble.author === 'citizen' ? 'you' : bubble.author])
      drawText(bubble, words)
      drawChoices(bubble)
      setAttribute(choices, 'aria-label', words.choices)
      setAttribute(time, 'datetime', new Date(bubble.at).toISOString())
      setText(time, timeOfDay(bubble.at, locale))
      drawState(bubble, words)
    },
  }
}

function toNode({ text, bold, href }: Piece): Node {
  const inner = bold ? el('strong', {}, text) : document.createTextNode(text)
  if (href === undefined) return inner
  // A phone number opens no page.
  const target = href.startsWith('http') ? '_blank' : undefined
  return el('a', { href, target, rel: 'noopener noreferrer' }, inner)
}

import type { PageMemory } from '../page-memory.ts'
import { el, setAttribute, setText } from './dom.ts'
import { icon } from './icons.ts'
import type { Actions, Part } from './model.ts'

/** What the server takes whole. */
const TEXT_MAX = 100_000

export interface Composer extends Part {
  focus(): void
  clear(): void
}

/** Where the citizen writes. What is not sent yet survives a reload. */
export function createComposer(actions: Actions, memory: PageMemory): Composer {
  const label = el('label', { for: 'okno-message' })
  const hint = el('p', { class: 'hint', id: 'okno-hint' })
  const fault = el('p', { class: 'fault', role: 'alert' })
  const area = el('textarea', {
    id: 'okno-message',
    rows: '1',
    dir: 'auto',
    enterkeyhint: 'send',
    'aria-describedby': 'okno-hint',
    autocomplete: 'off',
  })
  const send = el('button', { type: 'button', class: 'send' }, icon('send'))
  const element = el(
    'div',
    { class: 'composer' },
    label,
    el('div', { class: 'write' }, area, send),
    fault,
    hint,
  )
  let tooLong = ''

  function grow(): void {
    area.style.height = 'auto'
    area.style.height = `${area.scrollHeight + 2}px`
  }
  function typed(): void {
    memory.set('draft', area.value === '' ? undefined : area.value)
    if (area.value.length <= TEXT_MAX) setText(fault, '')
    grow()
  }
  function submit(): void {
    const text = area.value.trim()
    setText(fault, text.length > TEXT_MAX ? tooLong : '')
    if (text === '' || text.length > TEXT_MAX) return
    area.value = ''
    typed()
    actions.say(text)
  }

  area.value = memory.get('draft') ?? ''
  area.addEventListener('input', typed)
  area.addEventListener('keydown', (event) => {
    // While an input method composes a word, Enter belongs to it.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    submit()
  })
  send.addEventListener('click', () => {
    submit()
    area.focus()
  })

  return {
    element,
    focus() {
      area.focus()
      grow()
    },
    clear() {
      area.value = ''
      typed()
    },
    update({ words, chat }) {
      element.hidden = chat.ended || chat.line === 'forbidden'
      tooLong = words.tooLong
      setText(label, words.message)
      setText(hint, words.hint)
      setAttribute(send, 'aria-label', words.send)
      setAttribute(send, 'title', words.send)
    },
  }
}

import { el, setText } from './dom.ts'
import type { Actions, Part } from './model.ts'

export interface Farewell extends Part {
  ask(): void
  readonly element: HTMLDialogElement
}

/** The question before a chat is ended and forgotten. */
export function createFarewell(actions: Actions): Farewell {
  const title = el('h2', { id: 'okno-end-title' })
  const warning = el('p', { id: 'okno-end-text' })
  const unsent = el('p', { class: 'fault' })
  const confirm = el('button', {
    type: 'button',
    class: 'danger-button',
    onclick: () => {
      element.close()
      actions.forget()
    },
  })
  const cancel = el('button', { type: 'button', class: 'plain-button', onclick: () => element.close() })
  const element = el(
    'dialog',
    { class: 'farewell', 'aria-labelledby': 'okno-end-title', 'aria-describedby': 'okno-end-text' },
    title,
    warning,
    unsent,
    el('div', { class: 'farewell-buttons' }, cancel, confirm),
  )
  return {
    element,
    ask: () => element.showModal(),
    update({ words, chat }) {
      setText(title, words.endTitle)
      setText(warning, words.endWarning)
      unsent.hidden = chat.unsent === 0
      setText(unsent, words.endUnsent(chat.unsent))
      setText(confirm, words.endConfirm)
      setText(cancel, words.endCancel)
    },
  }
}

import { el, setAttribute, setText } from './dom.ts'
import { icon } from './icons.ts'
import type { Actions, Part } from './model.ts'

/** The button that opens the chat, with how much is unread. */
export function createLauncher(actions: Actions): Part {
  const label = el('span', { class: 'launcher-label' })
  const count = el('span', { class: 'count', 'aria-hidden': 'true' })
  const unread = el('span', { class: 'unseen', role: 'status' })
  const button = el(
    'button',
    { type: 'button', class: 'launcher', part: 'launcher', onclick: () => actions.open() },
    icon('chat'),
    label,
    count,
  )
  const element = el('div', { class: 'launcher-place' }, button, unread)
  return {
    element,
    update({ chat, isOpen, words }) {
      element.hidden = isOpen
      setText(label, words.launch)
      count.hidden = chat.unread === 0
      setText(count, chat.unread > 99 ? '99+' : chat.unread === 0 ? '' : String(chat.unread))
      const news = chat.unread === 0 ? '' : words.unread(chat.unread)
      setText(unread, isOpen ? '' : news)
      setAttribute(button, 'aria-label', news === '' ? undefined : `${words.launch}. ${news}`)
    },
  }
}

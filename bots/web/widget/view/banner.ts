import { el, setAttribute, setText } from './dom.ts'
import type { Model, Part } from './model.ts'

/** What is wrong now, if anything, in one line above the conversation. */
export function createBanner(): Part {
  const element = el('div', { class: 'banner', role: 'status' })
  return {
    element,
    update(model) {
      const text = wrong(model)
      setText(element, text ?? '')
      setAttribute(element, 'data-shown', text === undefined ? undefined : '')
    },
  }
}

function wrong({ chat, words, isLasting, isOnline }: Model): string | undefined {
  if (chat.line === 'forbidden') return words.forbidden
  if (chat.line === 'lost' || !isOnline) return words.offline
  return isLasting ? undefined : words.forgetful
}

import { el, setAttribute, setText } from './dom.ts'
import { icon } from './icons.ts'
import type { Actions, Part } from './model.ts'

/** What a citizen seldom needs: language, a human, the end. `askToEnd` opens the question before it. */
export function createMenu(actions: Actions, askToEnd: () => void): Part {
  const language = item(() => actions.switchLanguage())
  const human = item(() => actions.callHuman())
  const end = item(askToEnd)
  end.classList.add('danger')
  const list = el('div', { class: 'menu-list', id: 'okno-menu', hidden: true }, human, language, end)
  const button = el(
    'button',
    { type: 'button', class: 'bar-button', 'aria-expanded': 'false', 'aria-controls': 'okno-menu' },
    icon('menu'),
  )
  const element = el('div', { class: 'menu' }, button, list)

  function item(act: () => void): HTMLButtonElement {
    return el('button', {
      type: 'button',
      onclick: () => {
        show(false)
        button.focus()
        act()
      },
    })
  }
  function show(open: boolean): void {
    list.hidden = !open
    setAttribute(button, 'aria-expanded', String(open))
  }

  button.addEventListener('click', () => show(list.hidden !== false))
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || list.hidden) return
    event.stopPropagation()
    show(false)
    button.focus()
  })
  element.addEventListener('focusout', (event) => {
    const to = event.relatedTarget
    if (!(to instanceof Node) || !element.contains(to)) show(false)
  })

  return {
    element,
    update({ words, locale, chat }) {
      element.hidden = chat.ended
      setAttribute(button, 'aria-label', words.menu)
      setAttribute(button, 'title', words.menu)
      setText(language, words.otherLanguage)
      setAttribute(language, 'lang', locale === 'ru' ? 'en' : 'ru')
      setText(human, words.human)
      setText(end, words.end)
    },
  }
}

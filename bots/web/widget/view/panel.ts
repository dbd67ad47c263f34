import type { PageMemory } from '../page-memory.ts'
import { createBanner } from './banner.ts'
import { createComposer } from './composer.ts'
import { el, setAttribute, setText } from './dom.ts'
import { createFarewell } from './farewell.ts'
import { holdsFocus } from './holds-focus.ts'
import { icon } from './icons.ts'
import { createLog } from './log.ts'
import { createMenu } from './menu.ts'
import type { Actions, Part } from './model.ts'

/** Screens on which the panel covers the page. */
export const SMALL = '(max-width: 560px), (max-height: 480px)'

export interface Panel extends Part {
  /** Where the citizen goes on: the text area, or, where that would raise a keyboard, the panel. */
  focus(): void
  /** Drops what was written and not sent. */
  clear(): void
}

export function createPanel(actions: Actions, memory: PageMemory): Panel {
  const title = el('h2', { id: 'okno-title' })
  const subtitle = el('p', { class: 'subtitle' })
  const farewell = createFarewell(actions)
  const menu = createMenu(actions, farewell.ask)
  const close = el(
    'button',
    { type: 'button', class: 'bar-button', onclick: () => actions.close() },
    icon('close'),
  )
  const bar = el(
    'div',
    { class: 'bar' },
    el('div', { class: 'titles' }, title, subtitle),
    menu.element,
    close,
  )
  const banner = createBanner()
  const log = createLog(actions)
  const composer = createComposer(actions, memory)
  const endedText = el('p', { role: 'status' })
  const again = el('button', { type: 'button', class: 'main-button', onclick: () => actions.beginAgain() })
  const ended = el('div', { class: 'ended' }, endedText, again)
  const panel = el(
    'section',
    { class: 'panel', part: 'panel', role: 'dialog', 'aria-labelledby': 'okno-title', tabindex: '-1' },
    bar,
    banner.element,
    log.element,
    ended,
    composer.element,
  )
  const parts: readonly Part[] = [menu, banner, log, composer, farewell]
  const small = matchMedia(SMALL)

  panel.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') actions.close()
    if (event.key === 'Tab' && small.matches) holdsFocus(panel, event)
  })

  return {
    // The question lies beside the panel, so that its Escape does not close the panel too.
    element: el('div', { class: 'panel-place' }, panel, farewell.element),
    focus() {
      if (!ended.hidden) again.focus()
      else if (matchMedia('(pointer: coarse)').matches) panel.focus()
      else composer.focus()
    },
    clear: () => composer.clear(),
    update(model) {
      const { words, chat, isOpen } = model
      panel.hidden = !isOpen
      setAttribute(panel, 'aria-modal', small.matches ? 'true' : undefined)
      setText(title, words.title)
      setText(subtitle, words.subtitle)
      setAttribute(close, 'aria-label', words.close)
      setAttribute(close, 'title', words.close)
      ended.hidden = !chat.ended
      log.element.hidden = chat.ended
      setText(endedText, chat.ended ? words.ended : '')
      setText(again, words.again)
      for (const part of parts) part.update(model)
    },
  }
}

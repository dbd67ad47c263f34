import type { Bubble } from '../bubble.ts'
import { type BubbleView, createBubbleView } from './bubble-view.ts'
import { el, setAttribute, setText } from './dom.ts'
import { icon } from './icons.ts'
import type { Actions, Model, Part } from './model.ts'
import { dayName, isSameDay } from './times.ts'

/** Nearer than this to the end, the reader is taken along when something comes, px. */
const NEAR_END = 96
const MARGIN = 16
/** Replies that follow each other within this were said in one go, ms. */
const BURST_MS = 3000
/** The history that a page begins with is not read out: until then, ms after it was drawn. */
const QUIET_MS = 500

/** The conversation, read out as it grows. */
export function createLog(actions: Actions): Part {
  const log = el('div', { class: 'log', role: 'log', 'aria-live': 'off', tabindex: '0' })
  const newerLabel = el('span')
  const newer = el(
    'button',
    { type: 'button', class: 'newer', hidden: true, onclick: () => toEnd() },
    newerLabel,
    icon('down'),
  )
  const element = el('div', { class: 'log-place' }, log, newer)
  const views = new Map<string, BubbleView>()
  const days = new Map<string, HTMLElement>()
  let wasOpen = false
  let isAtEnd = true

  const isNearEnd = () => log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_END
  function toEnd(): void {
    log.scrollTop = log.scrollHeight
    newer.hidden = true
  }
  log.addEventListener('scroll', () => {
    isAtEnd = isNearEnd()
    if (isAtEnd) newer.hidden = true
  })
  // A keyboard or a banner takes room away: who was at the end stays there.
  new ResizeObserver(() => {
    if (isAtEnd) log.scrollTop = log.scrollHeight
  }).observe(log)

  /** The elements in order; those that are new are returned. */
  function draw(model: Model): Bubble[] {
    const added: Bubble[] = []
    const wanted: HTMLElement[] = []
    let previous: Bubble | undefined
    for (const bubble of model.chat.bubbles) {
      if (previous === undefined || !isSameDay(previous.at, bubble.at)) wanted.push(dayOf(bubble, model))
      if (!views.has(bubble.key)) added.push(bubble)
      const view = views.get(bubble.key) ?? createBubbleView(actions)
      views.set(bubble.key, view)
      view.update(bubble, model)
      view.element.classList.toggle('follows', previous?.author === bubble.author)
      wanted.push(view.element)
      previous = bubble
    }
    place(log, wanted)
    for (const [key, view] of views)
      if (!view.element.isConnected || !log.contains(view.element)) views.delete(key)
    return added
  }
  function dayOf({ at }: Bubble, { now, locale, words }: Model): HTMLElement {
    const key = new Date(at).toDateString()
    const day = days.get(key) ?? el('div', { class: 'day' })
    days.set(key, day)
    setText(day, dayName(at, now, locale, words))
    return day
  }
  const topOf = (bubble: Bubble | undefined) => bubble && views.get(bubble.key)?.element.offsetTop
  /** To the end, yet never past the beginning of what was said in one go. */
  function follow(added: readonly Bubble[], all: readonly Bubble[]): void {
    const first = added[0] && all[burstStart(all, all.indexOf(added[0]))]
    log.scrollTop = Math.min(log.scrollHeight - log.clientHeight, (topOf(first) ?? Infinity) - MARGIN)
    isAtEnd = isNearEnd()
    newer.hidden = (topOf(added.at(-1)) ?? 0) < log.scrollTop + log.clientHeight
  }

  return {
    element,
    update(model) {
      setAttribute(log, 'aria-label', model.words.log)
      setText(newerLabel, model.words.newer)
      const wasNear = isNearEnd()
      const added = draw(model)
      const isMine = added.at(-1)?.sending === 'sending' || added.at(-1)?.sending === 'failing'
      if (model.isOpen && !wasOpen) follow(model.chat.bubbles.slice(-1), model.chat.bubbles)
      else if (added.length > 0 && (wasNear || isMine)) follow(isMine ? [] : added, model.chat.bubbles)
      else if (added.length > 0) newer.hidden = false
      wasOpen = model.isOpen && model.chat.caughtUp
      if (!wasOpen) setAttribute(log, 'aria-live', 'off')
      else setTimeout(() => wasOpen && setAttribute(log, 'aria-live', 'polite'), QUIET_MS)
    },
  }
}

/** Where the replies begin that came together with the one at `index`. */
function burstStart(bubbles: readonly Bubble[], index: number): number {
  const [bubble, before] = [bubbles[index], bubbles[index - 1]]
  if (bubble === undefined || before === undefined || before.author === 'citizen') return index
  return bubble.at - before.at > BURST_MS ? index : burstStart(bubbles, index - 1)
}

/** Makes these the children, in order, and moves only what is out of place: a moved node is announced again. */
function place(parent: HTMLElement, wanted: readonly HTMLElement[]): void {
  const keep = new Set<Element>(wanted)
  for (const child of [...parent.children]) if (!keep.has(child)) child.remove()
  let at = parent.firstElementChild
  for (const element of wanted) {
    if (element === at) at = at.nextElementSibling
    else parent.insertBefore(element, at)
  }
}

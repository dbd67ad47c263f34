import { type Chat, openChat } from './chat.ts'
import { browserDevice } from './device.ts'
import { type Locale, localeOf } from './locale.ts'
import { openPageMemory, type PageMemory } from './page-memory.ts'
import { changedKey, openStore, type Store } from './store.ts'
import { applyStyles } from './styles.ts'
import { followVisibleArea } from './view/keyboard-room.ts'
import { createLauncher } from './view/launcher.ts'
import type { Actions, Part } from './view/model.ts'
import { createPanel, type Panel, SMALL } from './view/panel.ts'
import { WORDS } from './words.ts'

const LANGUAGE_KEY = 'language'
/** A page that nobody looks at stops listening after so long, ms. */
const REST_AFTER_MS = 60_000

/** Joins the chat to its looks, for as long as the element is in the page. */
export class Mount {
  readonly #host: HTMLElement
  readonly #store: Store = openStore(() => localStorage)
  readonly #memory: PageMemory = openPageMemory(() => sessionStorage)
  readonly #device = browserDevice()
  readonly #small = matchMedia(SMALL)
  readonly #frame = document.createElement('div')
  readonly #left = new AbortController()
  readonly #chat: Chat
  readonly #launcher: Part
  readonly #panel: Panel
  #isOpen: boolean
  /** Lasts when the choice is forgotten with everything else. */
  #shownIn: Locale | undefined
  #due: ReturnType<typeof setTimeout> | undefined

  constructor(host: HTMLElement, root: ShadowRoot, server: string) {
    this.#host = host
    const kept = this.#memory.get('panel')
    this.#isOpen = kept === undefined ? host.hasAttribute('open') && !this.#small.matches : kept === 'open'
    const locale = () => this.#locale()
    this.#chat = openChat({
      server,
      store: this.#store,
      device: this.#device,
      locale,
      changed: () => this.redraw(),
    })
    const actions = this.#actions()
    this.#launcher = createLauncher(actions)
    this.#panel = createPanel(actions, this.#memory)
    applyStyles(root)
    this.#frame.append(this.#launcher.element, this.#panel.element)
    root.append(this.#frame)
    this.#left.signal.addEventListener('abort', followVisibleArea(this.#frame))
    this.#listen()
    if (this.#isOpen) this.#chat.begin()
    this.#chat.resume()
    this.#draw()
  }

  /** Many changes, one drawing. Hidden pages draw as well, so it waits for no animation frame. */
  redraw(): void {
    this.#due ??= setTimeout(() => {
      this.#due = undefined
      if (!this.#left.signal.aborted) this.#draw()
    })
  }

  leave(): void {
    this.#left.abort()
    this.#chat.rest()
  }

  #actions(): Actions {
    const chat = this.#chat
    return {
      open: () => {
        this.#show(true)
        this.#panel.focus()
      },
      close: () => {
        this.#show(false)
        this.#launcher.element.querySelector('button')?.focus()
      },
      say: (text) => chat.say({ kind: 'text', text }),
      choose: ({ id, label }) => chat.say({ kind: 'choice', choice: id, label }),
      callHuman: () => chat.say({ kind: 'command', command: 'human' }),
      switchLanguage: () => {
        const next = this.#locale() === 'ru' ? 'en' : 'ru'
        this.#store.set(LANGUAGE_KEY, next)
        chat.say({ kind: 'command', command: 'language', rest: next })
      },
      forget: () => {
        this.#shownIn = this.#locale()
        this.#panel.clear()
        chat.forget()
        this.#draw()
        this.#panel.focus()
      },
      beginAgain: () => {
        chat.begin()
        this.#draw()
        this.#panel.focus()
      },
    }
  }

  #show(open: boolean): void {
    this.#isOpen = open
    this.#memory.set('panel', open ? 'open' : 'closed')
    if (open) this.#chat.begin()
    this.#draw()
  }

  #locale(): Locale {
    const chosen = this.#store.get(LANGUAGE_KEY) ?? this.#shownIn
    return localeOf(
      chosen,
      this.#host.getAttribute('lang'),
      document.documentElement.lang,
      navigator.language,
    )
  }

  #draw(): void {
    if (this.#isOpen && document.visibilityState === 'visible') this.#chat.seen()
    const locale = this.#locale()
    const model = {
      chat: this.#chat.state(),
      isOpen: this.#isOpen,
      isLasting: this.#store.lasting,
      isOnline: navigator.onLine,
      locale,
      words: WORDS[locale],
      now: this.#device.now(),
    }
    this.#frame.lang = locale
    this.#launcher.update(model)
    this.#panel.update(model)
  }

  #listen(): void {
    const { signal } = this.#left
    const redraw = () => this.redraw()
    const storage = (event: StorageEvent) => {
      const key = changedKey(event)
      if (key === undefined) return
      this.#chat.noticed(key)
      this.redraw()
    }
    let rest: ReturnType<typeof setTimeout> | undefined
    const visibility = () => {
      clearTimeout(rest)
      if (document.visibilityState === 'hidden') rest = setTimeout(() => this.#chat.rest(), REST_AFTER_MS)
      else this.#chat.hurry()
      this.redraw()
    }
    const online = () => {
      this.#chat.hurry()
      this.redraw()
    }
    window.addEventListener('storage', storage, { signal })
    window.addEventListener('online', online, { signal })
    window.addEventListener('offline', redraw, { signal })
    this.#small.addEventListener('change', redraw, { signal })
    document.addEventListener('visibilitychange', visibility, { signal })
    signal.addEventListener('abort', () => clearTimeout(rest))
  }
}

import { Mount } from './mount.ts'

/**
 * `<okno-chat>`: the chat with its launcher. Attributes: `lang` (`ru`, `en`; else the page's or the
 * browser's language), `open` (on screens with room), `server` (else where this script came from).
 */
export class OknoChat extends HTMLElement {
  static readonly observedAttributes = ['lang']
  #mount: Mount | undefined

  connectedCallback(): void {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' })
    root.replaceChildren()
    const server = this.getAttribute('server') ?? new URL(import.meta.url).origin
    this.#mount = new Mount(this, root, new URL(server, location.href).href.replace(/\/$/, ''))
  }

  disconnectedCallback(): void {
    this.#mount?.leave()
    this.#mount = undefined
  }

  attributeChangedCallback(): void {
    this.#mount?.redraw()
  }
}

/** `<script data-auto>` needs no element in the page: one is added, with the script's `data-lang`, `data-open`, `data-server`. */
function addItself(): void {
  const scripts = [...document.querySelectorAll<HTMLScriptElement>('script[data-auto]')]
  const script = scripts.find(({ src }) => src === import.meta.url)
  if (script === undefined || document.querySelector('okno-chat') !== null) return
  const element = document.createElement('okno-chat')
  for (const name of ['lang', 'open', 'server']) {
    const value = script.getAttribute(`data-${name}`)
    if (value !== null) element.setAttribute(name, value)
  }
  document.body.append(element)
}

if (customElements.get('okno-chat') === undefined) {
  customElements.define('okno-chat', OknoChat)
  addItself()
}

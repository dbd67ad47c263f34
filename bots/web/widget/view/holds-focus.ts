const FOCUSABLE = 'button, textarea, a[href], [tabindex="0"]'

/** Keeps Tab within a panel that covers the page: after its last control comes its first. */
export function holdsFocus(panel: HTMLElement, event: KeyboardEvent): void {
  const all = [...panel.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((each) => each.offsetParent !== null)
  const edge = event.shiftKey ? all[0] : all.at(-1)
  const other = event.shiftKey ? all.at(-1) : all[0]
  const root = panel.getRootNode()
  const active = root instanceof ShadowRoot ? root.activeElement : document.activeElement
  if (active !== edge && active !== panel) return
  if (active === panel && !event.shiftKey) return
  event.preventDefault()
  other?.focus()
}

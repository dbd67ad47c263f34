import { BUBBLE_STYLES } from './styles/bubbles.ts'
import { COLOURS } from './styles/colours.ts'
import { COMPOSER_STYLES } from './styles/composer.ts'
import { FRAME_STYLES } from './styles/frame.ts'

const ALL = COLOURS + FRAME_STYLES + BUBBLE_STYLES + COMPOSER_STYLES

/** Constructed sheets need no permission from the page's content security policy; older browsers get an element. */
export function applyStyles(root: ShadowRoot): void {
  if ('adoptedStyleSheets' in root) {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(ALL)
    root.adoptedStyleSheets = [sheet]
    return
  }
  const style = document.createElement('style')
  style.textContent = ALL
  ;(root as ShadowRoot).append(style)
}

/** On phones the keyboard covers the page without resizing it: the panel follows what can be seen. */
export function followVisibleArea(host: HTMLElement): () => void {
  const visible = window.visualViewport
  if (visible === null) return () => {}
  const follow = () => {
    host.style.setProperty('--okno-height', `${visible.height}px`)
    host.style.setProperty('--okno-top', `${visible.offsetTop}px`)
  }
  follow()
  visible.addEventListener('resize', follow)
  visible.addEventListener('scroll', follow)
  return () => {
    visible.removeEventListener('resize', follow)
    visible.removeEventListener('scroll', follow)
  }
}

import type { ComponentPropsWithRef, MouseEvent } from 'react'
import { pathOf, type Route } from './route.ts'
import { go } from './use-route.ts'

interface LinkProps extends Omit<ComponentPropsWithRef<'a'>, 'href' | 'onClick'> {
  readonly to: Route
}

/** A plain link that stays on the page; with Ctrl or the middle button it opens a tab, as links do. */
export function Link({ to, ...rest }: LinkProps) {
  const onClick = (event: MouseEvent) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    go(to)
  }
  return <a {...rest} href={pathOf(to)} onClick={onClick} />
}

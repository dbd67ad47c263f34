import { useMemo, useSyncExternalStore } from 'react'
import { pathOf, type Route, routeOf } from './route.ts'

const MOVED = 'okno-moved'

export function useRoute(): Route {
  const path = useSyncExternalStore(subscribe, () => window.location.pathname)
  return useMemo(() => routeOf(path), [path])
}

/** Goes to another place without loading the page again. `replace` leaves no step to go back to. */
export function go(route: Route, { replace = false }: { readonly replace?: boolean } = {}): void {
  const path = pathOf(route)
  if (path === window.location.pathname) return
  if (replace) window.history.replaceState(null, '', path)
  else window.history.pushState(null, '', path)
  window.dispatchEvent(new Event(MOVED))
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('popstate', listener)
  window.addEventListener(MOVED, listener)
  return () => {
    window.removeEventListener('popstate', listener)
    window.removeEventListener(MOVED, listener)
  }
}

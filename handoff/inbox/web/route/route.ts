/** Where one is in the inbox; the address says it, so that it can be kept, sent and opened twice. */
export type Route =
  | { readonly page: 'inbox'; readonly ticket: number | undefined }
  | { readonly page: 'operators' }
  | { readonly page: 'link'; readonly token: string }

export const HOME: Route = { page: 'inbox', ticket: undefined }

const BASE = '/inbox/'

/** Whatever it does not know is the inbox. */
export function routeOf(path: string): Route {
  const [page, rest = ''] = path.slice(BASE.length).split('/')
  if (page === 'operators') return { page }
  if (page === 'link' && rest !== '') return { page, token: rest }
  if (page === 'tickets' && /^\d{1,15}$/.test(rest)) return { page: 'inbox', ticket: Number(rest) }
  return HOME
}

export function pathOf(route: Route): string {
  switch (route.page) {
    case 'inbox':
      return route.ticket === undefined ? BASE : `${BASE}tickets/${route.ticket}`
    case 'operators':
      return `${BASE}operators`
    case 'link':
      return `${BASE}link/${route.token}`
  }
}

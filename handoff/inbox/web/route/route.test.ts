import { describe, expect, it } from '@jest/globals'
import { HOME, pathOf, type Route, routeOf } from './route.ts'

describe('an address of the inbox', () => {
  it('leads back to where it came from', () => {
    const routes: Route[] = [
      HOME,
      { page: 'inbox', ticket: 42 },
      { page: 'operators' },
      { page: 'link', token: 'aB-3_x' },
    ]
    expect(routes.map((route) => routeOf(pathOf(route)))).toEqual(routes)
  })

  it('that nobody knows is the inbox', () => {
    const paths = [
      '/inbox/',
      '/inbox',
      '/inbox/tickets/x',
      '/inbox/tickets/',
      '/inbox/link/',
      '/inbox/nonsense',
    ]
    expect(paths.map(routeOf)).toEqual(paths.map(() => HOME))
  })
})

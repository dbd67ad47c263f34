import type express from 'express'

export interface CookieJar {
  /** The session's secret, as the browser brought it. */
  read(request: Pick<express.Request, 'headers'>): string | undefined
  set(response: express.Response, secret: string): void
  clear(response: express.Response): void
}

const SECRET = /^[A-Za-z0-9_-]{43}$/

/**
 * The cookie of a session. With https it is bound to this host by its name; plain http, on loopback, cannot
 * have that. `Strict` costs nothing: the page itself is served to anybody, and what it fetches is its own.
 */
export function createCookieJar(isSecure: boolean): CookieJar {
  const name = isSecure ? '__Host-okno' : 'okno'
  const common = `Path=/; HttpOnly; SameSite=Strict${isSecure ? '; Secure' : ''}`
  return {
    read({ headers }) {
      const values = (headers.cookie ?? '')
        .split(';')
        .map((pair) => pair.trim())
        .filter((pair) => pair.startsWith(`${name}=`))
        .map((pair) => pair.slice(name.length + 1))
      // Two of one name: another host of the same site put one there, and nobody knows which.
      const [value] = values
      return values.length === 1 && value !== undefined && SECRET.test(value) ? value : undefined
    },
    set: (response, secret) => response.append('set-cookie', `${name}=${secret}; ${common}`),
    clear: (response) => response.append('set-cookie', `${name}=; Max-Age=0; ${common}`),
  }
}

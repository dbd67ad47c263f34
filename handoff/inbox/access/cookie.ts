/** How a browser keeps a session's token. */
export interface Cookie {
  /** The token that came along, out of the `Cookie` header. */
  read(header: string | undefined): string | undefined
  /** A `Set-Cookie` that keeps this token. */
  give(token: string): string
  /** A `Set-Cookie` that forgets it. */
  take(): string
}

const TOKEN = /^[A-Za-z0-9_-]{43}$/

/**
 * With https its name binds it to this host; plain http, on loopback, cannot have that. `Strict` breaks no
 * link that leads here: the page itself is for everybody, and what the page then asks for is its own.
 */
export function createCookie(isSecure: boolean): Cookie {
  const name = isSecure ? '__Host-okno' : 'okno'
  const attributes = `Path=/; HttpOnly; SameSite=Strict${isSecure ? '; Secure' : ''}`
  return {
    read(header = '') {
      const values = header
        .split(';')
        .map((pair) => pair.trim())
        .filter((pair) => pair.startsWith(`${name}=`))
        .map((pair) => pair.slice(name.length + 1))
      // Two of one name: somebody else's is among them, and nobody knows which.
      const [value] = values
      return values.length === 1 && value !== undefined && TOKEN.test(value) ? value : undefined
    },
    give: (token) => `${name}=${token}; ${attributes}`,
    take: () => `${name}=; Max-Age=0; ${attributes}`,
  }
}

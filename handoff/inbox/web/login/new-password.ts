/** Characters; nothing else is asked of a password. */
export const PASSWORD_FROM = 12

const LOGIN = /^[a-z0-9][a-z0-9._-]{1,31}$/

/** How many characters a password still lacks. Counted as people count: an emoji is one. */
export function lacking(password: string): number {
  return Math.max(0, PASSWORD_FROM - Array.from(password).length)
}

export function isLogin(text: string): boolean {
  return LOGIN.test(text)
}

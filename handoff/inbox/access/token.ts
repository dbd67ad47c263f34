import { createHash } from 'node:crypto'

/** 256 random bits: what a cookie or a one-time link carries, and what is kept of it. */
export interface Token {
  readonly token: string
  readonly hash: string
}

export function newToken(randomBytes: (count: number) => Buffer): Token {
  const token = randomBytes(32).toString('base64url')
  return { token, hash: hashOf(token) }
}

/** The database's key of a token. It is random enough that a fast hash will do. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

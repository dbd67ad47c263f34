import { createHash } from 'node:crypto'

/** What a cookie or a link holds: 256 bits that nobody can guess. */
export function newSecret(randomBytes: (count: number) => Buffer): string {
  return randomBytes(32).toString('base64url')
}

/** What of a secret is kept. It is random and long, so a plain hash tells nothing of it. */
export function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}

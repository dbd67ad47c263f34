import { createHash, timingSafeEqual } from 'node:crypto'

const digest = (text: string) => createHash('sha256').update(text).digest()

/** Compares in constant time, whatever the lengths; without a secret nothing is genuine. */
export function secretCheck(secret: string): (given: string | undefined) => boolean {
  const expected = digest(secret)
  return (given) => given !== undefined && given !== '' && timingSafeEqual(digest(given), expected)
}

import { COMMON_PASSWORDS } from './common-passwords.ts'

const SHORTEST = 12
const LONGEST = 128
/** So much of a password must be its own, without what everybody uses. */
const OWN_CHARACTERS = 6
const DIFFERENT_CHARACTERS = 5

export type PasswordFault = 'too-short' | 'too-long' | 'too-common' | 'like-login'

/** What is wrong with a password that somebody chose. Characters are counted as people count them. */
export function passwordFault(password: string, login: string): PasswordFault | undefined {
  const characters = Array.from(password)
  if (characters.length < SHORTEST) return 'too-short'
  if (characters.length > LONGEST) return 'too-long'
  const lower = password.toLowerCase()
  if (lower === login.toLowerCase()) return 'like-login'
  if (new Set(lower).size < DIFFERENT_CHARACTERS || ownLength(lower) < OWN_CHARACTERS) return 'too-common'
  return undefined
}

/** Longer ones first, so that `password` goes before `pass`. */
const PIECES = COMMON_PASSWORDS.toSorted((a, b) => b.length - a.length)

function ownLength(lower: string): number {
  const rest = PIECES.reduce((left, piece) => left.split(piece).join(' '), lower)
  return Array.from(rest.split(' ').join('')).length
}

import { createHash } from 'node:crypto'
import type { AccessTx, Attempts } from '../../../src/contracts/inbox-store.ts'
import type { Transact } from '../../../src/contracts/transaction.ts'
import { networkOf } from './network.ts'

type Tx = Pick<AccessTx, 'attempts' | 'noteAttempts' | 'clearAttempts'>

/** Who tries to log in as whom, from where. */
export interface Try {
  readonly login: string
  readonly ip: string
  readonly at: number
}

/** So many wrong passwords for one login from one address before the first pause. */
const FREE = 4
const FIRST_PAUSE_MS = 15_000
/** From this one on the pause is long enough for at most ten tries in fifteen minutes. */
const LONG_FROM = 10
const LONG_PAUSE_MS = 15 * 60_000
const LONGEST_PAUSE_MS = 60 * 60_000
const FORGOTTEN_AFTER_MS = 24 * 60 * 60_000
/** From one address, whoever is meant. */
const PER_ADDRESS = 100
const ADDRESS_WINDOW_MS = 60 * 60_000

export interface Lockout {
  /**
   * Counts the try before anything is compared, so that a thousand at once are a thousand. Resolves to how
   * long to wait when it is one too many, ms.
   */
  admit(attempt: Try): Promise<number | undefined>
  /** The password was right. */
  forgive(tx: Tx, attempt: Try): Promise<void>
}

/** Slows down whoever guesses passwords; kept in the database, so that a restart forgets nothing. */
export function createLockout(transact: Transact<Tx>): Lockout {
  let last: Promise<unknown> = Promise.resolve()
  return {
    admit(attempt) {
      // One after the other: two that read the same count would both be let in.
      const admitted = last.then(() => transact((tx) => admit(tx, attempt)))
      last = admitted.catch(() => undefined)
      return admitted
    },
    async forgive(tx, attempt) {
      await tx.clearAttempts(accountKey(attempt))
      const key = addressKey(attempt)
      const known = await tx.attempts(key)
      if (known !== undefined)
        await tx.noteAttempts(key, { ...known, failures: Math.max(0, known.failures - 1) })
    },
  }
}

async function admit(tx: Tx, attempt: Try): Promise<number | undefined> {
  const { at } = attempt
  const account = await tx.attempts(accountKey(attempt))
  const address = await tx.attempts(addressKey(attempt))
  const lockedUntil = Math.max(account?.lockedUntil ?? 0, address?.lockedUntil ?? 0)
  if (lockedUntil > at) return lockedUntil - at
  await tx.noteAttempts(accountKey(attempt), nextOfAccount(account, at))
  await tx.noteAttempts(addressKey(attempt), nextOfAddress(address, at))
  return undefined
}

function nextOfAccount(known: Attempts | undefined, at: number): Attempts {
  const isForgotten = known === undefined || at - known.at > FORGOTTEN_AFTER_MS
  const failures = isForgotten ? 1 : known.failures + 1
  return { failures, lockedUntil: at + pauseAfter(failures), at }
}

/** `at` is when the window began. */
function nextOfAddress(known: Attempts | undefined, at: number): Attempts {
  const isOver = known === undefined || at - known.at >= ADDRESS_WINDOW_MS
  const since = isOver ? at : known.at
  const failures = isOver ? 1 : known.failures + 1
  return { failures, lockedUntil: failures >= PER_ADDRESS ? since + ADDRESS_WINDOW_MS : 0, at: since }
}

/** 15 s after the fifth in a row, doubled with each; 15 min after the tenth, at most an hour. */
function pauseAfter(failures: number): number {
  if (failures <= FREE) return 0
  if (failures < LONG_FROM) return FIRST_PAUSE_MS * 2 ** (failures - FREE - 1)
  return Math.min(LONGEST_PAUSE_MS, LONG_PAUSE_MS * 2 ** Math.min(10, failures - LONG_FROM))
}

/** Hashed: what was typed as a login may be anything, a password in the wrong field too. */
const keyOf = (...parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('base64url')

const accountKey = ({ login, ip }: Try): string => keyOf('account', networkOf(ip), login)
const addressKey = ({ ip }: Try): string => keyOf('address', networkOf(ip))

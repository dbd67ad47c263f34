import type { AccessTx, Attempts } from '../../../src/contracts/inbox-store.ts'
import { networkOf } from './network.ts'
import { takeTurns } from './take-turns.ts'

const FREE_FAILURES = 5
const FIRST_LOCK_MS = 30_000
const LONGEST_LOCK_MS = 15 * 60_000
/** After so long without a failure of this login from this address they are forgotten. */
const FORGET_MS = 24 * 3_600_000

const FAILURES_OF_ADDRESS = 100
const ADDRESS_WINDOW_MS = 3_600_000

/** Whose attempt it is. `login` is undefined when what was typed can be nobody's. */
export interface Attempt {
  readonly login: string | undefined
  readonly ip: string
}

/**
 * Counts an attempt as failed before its password is looked at, so that many at once get no more tries
 * than one after the other. Resolves to how long to wait, ms, when it may not be tried at all.
 */
export async function beginAttempt(tx: AccessTx, attempt: Attempt, now: number): Promise<number | undefined> {
  await takeTurns(tx, 'attempts', now)
  const keys = keysOf(attempt)
  const login = await tx.attempts(keys.login)
  const address = await tx.attempts(keys.address)
  const until = Math.max(login?.lockedUntil ?? 0, address?.lockedUntil ?? 0)
  if (until > now) return until - now
  await tx.noteAttempts(keys.login, oneMoreOfLogin(login, now))
  await tx.noteAttempts(keys.address, oneMoreOfAddress(address, now))
  return undefined
}

/** It was right: the login's failures are forgotten, the address has its try back. */
export async function endAttempt(tx: AccessTx, attempt: Attempt, now: number): Promise<void> {
  await takeTurns(tx, 'attempts', now)
  const keys = keysOf(attempt)
  await tx.clearAttempts(keys.login)
  const address = await tx.attempts(keys.address)
  if (address === undefined) return
  const failures = Math.max(0, address.failures - 1)
  await tx.noteAttempts(keys.address, {
    failures,
    lockedUntil: lockOfAddress(failures, address.at),
    at: address.at,
  })
}

function keysOf({ login, ip }: Attempt) {
  const network = networkOf(ip)
  return { login: `login ${login ?? '?'} ${network}`, address: `ip ${network}` }
}

function oneMoreOfLogin(before: Attempts | undefined, now: number): Attempts {
  const failures = before === undefined || now - before.at >= FORGET_MS ? 1 : before.failures + 1
  const doubled = FIRST_LOCK_MS * 2 ** Math.min(failures - FREE_FAILURES, 16)
  const lockedUntil = failures < FREE_FAILURES ? 0 : now + Math.min(doubled, LONGEST_LOCK_MS)
  return { failures, lockedUntil, at: now }
}

/** `at` is when its hour began. */
function oneMoreOfAddress(before: Attempts | undefined, now: number): Attempts {
  const isOver = before === undefined || now - before.at >= ADDRESS_WINDOW_MS
  const [failures, at] = isOver ? [1, now] : [before.failures + 1, before.at]
  return { failures, lockedUntil: lockOfAddress(failures, at), at }
}

const lockOfAddress = (failures: number, at: number): number =>
  failures < FAILURES_OF_ADDRESS ? 0 : at + ADDRESS_WINDOW_MS

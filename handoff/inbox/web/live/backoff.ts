const FIRST_MS = 500
const LAST_MS = 15_000

/** How long to wait after the nth failure in a row (from 0), ms. Spread, so that a whole shift does not come back at once. */
export function backoff(failures: number, chance: number): number {
  const full = Math.min(LAST_MS, FIRST_MS * 2 ** Math.min(failures, 10))
  return full * (0.5 + chance / 2)
}

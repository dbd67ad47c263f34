/**
 * Exponential, with ±50 % of jitter so that what failed together does not come back together.
 * `attempt` counts from 1, `random` is 0..1, the result is ms.
 */
export function backoff(attempt: number, random: number, { first = 1_000, most = 300_000 } = {}): number {
  const full = Math.min(most, first * 2 ** Math.min(attempt - 1, 30))
  return Math.round(full * (0.5 + random))
}

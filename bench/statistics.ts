/** How long something took, ms. */
export interface Times {
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly most: number
}

export function timesOf(values: readonly number[]): Times {
  return {
    p50: median(values),
    p95: quantile(values, 0.95),
    p99: quantile(values, 0.99),
    most: quantile(values, 1),
  }
}

/** The value below which `share` (0..1) of the values lie; NaN of none. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)

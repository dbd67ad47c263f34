const DAY_MS = 24 * 60 * 60 * 1000
/** Content is dated by the days of Moscow, whose clock runs at UTC+3 all year. */
const MOSCOW_MS = 3 * 60 * 60 * 1000

/** When a day begins, ms UTC. `day` is a valid `2026-12-31`. */
export const startOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) - MOSCOW_MS

/** The last millisecond of a day. */
export const endOf = (day: string): number => startOf(day) + DAY_MS - 1

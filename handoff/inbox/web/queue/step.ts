/** The ticket after (1) or before (-1) one in the queue. Stays at the ends; without one it begins at the first. */
export function stepFrom(ids: readonly number[], from: number | undefined, by: 1 | -1): number | undefined {
  const at = from === undefined ? -1 : ids.indexOf(from)
  if (at === -1) return ids[0]
  return ids[Math.min(ids.length - 1, Math.max(0, at + by))]
}

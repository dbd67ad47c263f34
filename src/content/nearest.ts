/**
 * The name that was probably meant, or undefined when none is near. Only the parts in which two names
 * differ count: at most a third of their letters, or one is the beginning or the end of the other.
 */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  let best: string | undefined
  let least = Number.MAX_SAFE_INTEGER
  for (const candidate of known) {
    const [mine, theirs] = withoutShared(name, candidate)
    const limit = Math.ceil(mine.length / 3) + 1
    const far = isPartOf(mine, theirs) ? 1 : distance(mine, theirs, limit)
    if (far < limit && far < least) {
      best = candidate
      least = far
    }
  }
  return best
}

/** `contacts.mial` and `contacts.mail` are told apart by what follows the dot. */
function withoutShared(a: string, b: string): readonly [string, string] {
  let from = 0
  for (let i = 0; i < a.length && a[i] === b[i]; i++) if (a[i] === '.') from = i + 1
  return [a.slice(from), b.slice(from)]
}

function isPartOf(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return short.length >= 4 && (long.startsWith(short) || long.endsWith(short))
}

/** Letters to add, take away, change or swap; `limit` or more is told as `limit`. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      next[j] = Math.min(
        at(row, j) + 1,
        at(next, j - 1) + 1,
        at(row, j - 1) + (same ? 0 : 1),
        swapped ? at(before, j - 2) + 1 : limit,
      )
    }
    before = row
    row = next
  }
  return Math.min(limit, at(row, b.length))
}

const at = (row: readonly number[], index: number): number => row[index] ?? Number.MAX_SAFE_INTEGER

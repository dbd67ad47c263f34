/**
 * Many who ask at the same time share one reading, which never began before the question of any of them.
 * One runs at a time: a thousand screens that come back together cost two.
 */
export function shareFresh<Result>(read: () => Promise<Result>): () => Promise<Result> {
  let next: Promise<Result> | undefined
  let last: Promise<unknown> = Promise.resolve()
  return () => {
    next ??= last.then(() => {
      next = undefined
      const reading = read()
      last = reading.catch(() => undefined)
      return reading
    })
    return next
  }
}

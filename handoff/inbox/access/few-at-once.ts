/** More work than may wait was given. */
export class Overloaded extends Error {
  override readonly name = 'Overloaded'
}

/** Runs at most `most` pieces of work at once and lets at most `waiting` wait; what is more is `Overloaded`. */
export function fewAtOnce(most: number, waiting: number) {
  const queue: (() => void)[] = []
  let running = 0

  return async function run<Result>(work: () => Promise<Result>): Promise<Result> {
    if (running < most) running++
    else if (queue.length >= waiting) throw new Overloaded()
    else await new Promise<void>((resolve) => void queue.push(resolve))
    try {
      return await work()
    } finally {
      // The place goes straight to the next in line, so nobody slips in between.
      const next = queue.shift()
      if (next === undefined) running--
      else next()
    }
  }
}

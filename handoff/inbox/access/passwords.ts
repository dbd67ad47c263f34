import { hash, verify } from '@node-rs/argon2'

/** argon2id as OWASP has it: 19 MiB, 2 passes, 1 lane; about 10 ms. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
/** More at once would take memory and processor from the citizens. */
const AT_ONCE = 2
const MOST_WAITING = 64

/** Too many want a password checked at the same time; they may come again. */
export class TooManyAtOnce extends Error {
  override readonly name = 'TooManyAtOnce'
}

/** Hashes and checks passwords exactly as they were typed. Both reject with TooManyAtOnce. */
export interface Passwords {
  hash(password: string): Promise<string>
  /** Takes as long where there is no hash to compare with, and is false then. */
  matches(password: string, hash: string | undefined): Promise<boolean>
}

export function createPasswords(randomBytes: (count: number) => Buffer): Passwords {
  const inTurn = createQueue(AT_ONCE, MOST_WAITING)
  const nobodys = inTurn(() => hash(randomBytes(32), COST))
  nobodys.catch(() => undefined)
  return {
    hash: (password) => inTurn(() => hash(password, COST)),
    async matches(password, known) {
      const compared = known ?? (await nobodys)
      const isRight = await inTurn(() => verify(compared, password))
      return isRight && known !== undefined
    },
  }
}

function createQueue(atOnce: number, mostWaiting: number) {
  const waiting: (() => void)[] = []
  let running = 0
  return async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    if (waiting.length >= mostWaiting) throw new TooManyAtOnce()
    if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
    else running++
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next === undefined) running--
      else next()
    }
  }
}

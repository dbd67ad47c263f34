import { hash, verify } from '@node-rs/argon2'
import { fewAtOnce } from './few-at-once.ts'

/** argon2id as OWASP has it: 19 MiB, two passes, one lane; about 10 ms. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
/** More at once would take memory and processor from the citizens. */
const AT_ONCE = 2
const WAITING = 64

/** Passwords are taken exactly as they were typed. Both reject with `Overloaded`. */
export interface Passwords {
  hash(password: string): Promise<string>
  /** Takes as long where there is no hash to compare with; then it is false. */
  isRight(hash: string | undefined, password: string): Promise<boolean>
}

export function createPasswords(): Passwords {
  const run = fewAtOnce(AT_ONCE, WAITING)
  let nobodys: Promise<string> | undefined
  return {
    hash: (password) => run(() => hash(password, COST)),
    async isRight(known, password) {
      nobodys ??= hash('nobody’s', COST)
      const compared = known ?? (await nobodys)
      const isSame = await run(() => verify(compared, password))
      return isSame && known !== undefined
    },
  }
}

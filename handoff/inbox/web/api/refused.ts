import type { Refusal } from '../../protocol.ts'

/** The server said no, and why. */
export class Refused extends Error {
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(refusal.error)
    this.name = 'Refused'
    this.refusal = refusal
  }
}

/** No answer came, or none of ours: nobody knows whether anything was done. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super('unreachable', { cause })
    this.name = 'Unreachable'
  }
}

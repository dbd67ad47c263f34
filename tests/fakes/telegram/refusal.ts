/** Telegram's «no», as it travels: `{"ok":false,"error_code":…,"description":…}`. */
export class Refusal extends Error {
  readonly code: number
  readonly retryAfter: number | undefined

  /** `retryAfter` in seconds. */
  constructor(code: number, description: string, retryAfter?: number) {
    super(description)
    this.code = code
    this.retryAfter = retryAfter
  }
}

export const badRequest = (why: string): Refusal => new Refusal(400, `Bad Request: ${why}`)

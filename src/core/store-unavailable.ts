/**
 * The database, or the disk under it, is in no state to work: it says nothing about what was to be
 * written. Nothing was, or nobody knows; doing it again is right, and counts as no attempt.
 */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable'
  /** The database's own code, for the log: `SQLITE_FULL`, `57P01`, `ECONNREFUSED`. */
  readonly code: string

  constructor(code: string, options?: ErrorOptions) {
    super(`the database is unavailable: ${code}`, options)
    this.code = code
  }
}

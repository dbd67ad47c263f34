import { StoreUnavailable } from '../core/store-unavailable.ts'

/**
 * Whose fault is it? A full disk, a lost connection, a deadlock are the surroundings' and pass; a value
 * that the database refuses is the work's, and stays.
 */
const SURROUNDINGS: readonly RegExp[] = [
  /^SQLITE_(FULL|IOERR|BUSY|LOCKED|READONLY|CANTOPEN|NOMEM|PROTOCOL)/,
  // PostgreSQL: connection, resources, shut-down, cancelled and undone by the server.
  /^(08|53|57|58|40|55P03|25P03)/,
  /^(ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|EAI_AGAIN|ENOSPC)/,
]
const MESSAGES =
  /Connection terminated|connection error|timeout exceeded when trying to connect|not queryable/i

/** Looks along the causes: whoever wrapped the error did not change whose fault it is. */
export function surroundingsFault(error: unknown): StoreUnavailable | undefined {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    if (at instanceof StoreUnavailable) return at
    const code = 'code' in at && typeof at.code === 'string' ? at.code : undefined
    if (code !== undefined && SURROUNDINGS.some((pattern) => pattern.test(code))) {
      return new StoreUnavailable(code, { cause: error })
    }
    if (code === undefined && MESSAGES.test(at.message))
      return new StoreUnavailable('connection', { cause: error })
  }
  return undefined
}

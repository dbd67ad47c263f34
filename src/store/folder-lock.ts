import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { OknoError } from '../core/errors.ts'
import { isBusy } from './sqlite.ts'

/**
 * Holds a data folder for one process. SQLite's exclusive lock is the operating system's: it goes with
 * the process, however that ends, so there is no stale lock file to remove by hand.
 * Throws FOLDER_IN_USE. Returns how to let go.
 */
export function lockFolder(folder: string): () => void {
  const lock = new Sqlite(join(folder, 'serve.lock'))
  try {
    lock.pragma('busy_timeout = 0')
    lock.exec('begin exclusive')
  } catch (error) {
    lock.close()
    if (isBusy(error)) throw new OknoError('FOLDER_IN_USE', { folder })
    throw error
  }
  return () => void lock.close()
}

import { accessSync, constants, mkdirSync } from 'node:fs'
import { OknoError } from './core/errors.ts'

/** Makes the data folder, for nobody else to read. Throws FOLDER_UNWRITABLE. */
export function prepareDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.W_OK | constants.R_OK | constants.X_OK)
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code ?? 'unknown'
    throw new OknoError('FOLDER_UNWRITABLE', { folder, why }, { cause: error })
  }
}

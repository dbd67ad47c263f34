import { statSync } from 'node:fs'
import { join } from 'node:path'
import { listFiles } from './list-files.ts'

/** Changes whenever a content file is changed, swapped, added or taken away. Reads no file. */
export function stampOf(folder: string): string {
  const { files, closed } = listFiles(folder)
  return [...files.map((name) => `${name} ${stampOfFile(join(folder, name))}`), ...closed].join('\n')
}

function stampOfFile(path: string): string {
  try {
    const { ino, size, mtimeMs, ctimeMs } = statSync(path)
    return `${ino} ${size} ${mtimeMs} ${ctimeMs}`
  } catch {
    return '-'
  }
}

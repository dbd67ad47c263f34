import { readdirSync, realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** The two folders that content is read from. */
export const FOLDERS = ['faq', 'intents'] as const
const MAX_DEPTH = 6

export interface ListedFiles {
  readonly files: readonly string[]
  /** Folders that could not be looked into. */
  readonly closed: readonly string[]
}

/**
 * The content files under `folder`, relative to it, with `/`, in an order that depends on their names
 * only. Hidden files, which editors and volume mounts keep beside them, are not content. Links are followed.
 */
export function listFiles(folder: string): ListedFiles {
  const files: string[] = []
  const closed: string[] = []
  const seen = new Set<string>()
  const look = (inside: string, depth: number) => {
    const names = depth > MAX_DEPTH ? undefined : namesIn(join(folder, inside), seen)
    if (names === undefined) closed.push(inside)
    for (const name of names ?? []) {
      if (name.startsWith('.')) continue
      if (/\.ya?ml$/.test(name)) files.push(`${inside}/${name}`)
      else if (isFolder(join(folder, inside, name))) look(`${inside}/${name}`, depth + 1)
    }
  }
  for (const name of FOLDERS) if (isFolder(join(folder, name))) look(name, 0)
  return { files, closed }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}

/** Nothing for a folder that was looked into before, undefined for one that does not open. */
function namesIn(path: string, seen: Set<string>): readonly string[] | undefined {
  try {
    const real = realpathSync(path)
    if (seen.has(real)) return []
    seen.add(real)
    return readdirSync(real).sort()
  } catch {
    return undefined
  }
}

import { type FSWatcher, watch } from 'node:fs'
import { join } from 'node:path'
import { FOLDERS } from './list-files.ts'

/** Tells of changes as long as it can; returns how to stop it. */
export type WatchFolders = (folder: string, changed: () => void) => () => void

/**
 * The operating system's own news of changes: at once, and not always (network mounts, full inotify
 * tables, a folder that was swapped for another). Whoever uses it polls as well.
 */
export const watchFolders: WatchFolders = (folder, changed) => {
  const watchers = FOLDERS.flatMap((name) => open(join(folder, name), changed))
  return () => {
    for (const watcher of watchers) watcher.close()
  }
}

function open(path: string, changed: () => void): FSWatcher[] {
  try {
    const watcher = watch(path, { recursive: true, persistent: false }, changed)
    watcher.on('error', () => watcher.close())
    return [watcher]
  } catch {
    return []
  }
}

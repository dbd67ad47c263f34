import type { Content } from '../core/content.ts'
import type { ContentFault } from './fault.ts'
import type { LoadedContent } from './load.ts'
import { loadApart } from './load-apart.ts'
import { stampOf } from './stamp.ts'
import { type WatchFolders, watchFolders } from './watch-folders.ts'

export interface WatchOptions {
  readonly folder: string
  /** `stampOf` from before the caller's own load, so that no change in between is missed. */
  readonly since?: string
  /** ms UTC, for what expires. */
  readonly now?: () => number
  /** New content, whole and good. The caller swaps it in. */
  readonly onLoaded: (content: Content, warnings: readonly ContentFault[]) => void
  /** The files changed and cannot serve; what served before goes on. */
  readonly onBroken: (faults: readonly ContentFault[], warnings: readonly ContentFault[]) => void
  /** How long the files must be at rest before they are read. */
  readonly debounceMs?: number
  /** How often to look when the operating system tells nothing. */
  readonly pollMs?: number
  readonly watchFolders?: WatchFolders
}

export interface ContentWatch {
  close(): void
}

/**
 * Loads the content again whenever its files have changed and come to rest. A file caught in the
 * middle of being written is not read: its stamp still moves, before or during the load. Keeps no
 * process alive.
 */
export function watchContent(options: WatchOptions): ContentWatch {
  const { folder, debounceMs = 200, pollMs = 2000 } = options
  const openWatchers = options.watchFolders ?? watchFolders
  let served = options.since ?? stampOf(folder)
  let resting = served
  let loading = false
  let closed = false
  let timer: NodeJS.Timeout | undefined
  let unwatch = openWatchers(folder, stir)
  const poll = setInterval(() => {
    if (timer === undefined && !loading && stampOf(folder) !== served) stir()
  }, pollMs).unref()
  if (stampOf(folder) !== served) stir()

  function stir(): void {
    if (closed) return
    clearTimeout(timer)
    resting = stampOf(folder)
    timer = setTimeout(() => void look(), debounceMs).unref()
  }

  async function look(): Promise<void> {
    timer = undefined
    const stamp = stampOf(folder)
    if (stamp === served || loading) return
    if (stamp !== resting) return stir()
    loading = true
    const loaded = await loadApart(folder, options.now?.())
    loading = false
    if (closed) return
    if (stampOf(folder) === stamp) serve(stamp, loaded)
    else stir()
  }

  function serve(stamp: string, loaded: LoadedContent): void {
    served = stamp
    // A folder that was swapped for another is still watched under its old self.
    unwatch()
    unwatch = openWatchers(folder, stir)
    if (loaded.ok) options.onLoaded(loaded.content, loaded.warnings)
    else options.onBroken(loaded.faults, loaded.warnings)
  }

  return {
    close() {
      closed = true
      clearTimeout(timer)
      clearInterval(poll)
      unwatch()
    },
  }
}

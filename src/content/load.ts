import type { Content } from '../core/content.ts'
import { buildContent } from './build.ts'
import { type ContentFault, fault, sift } from './fault.ts'
import { lint } from './lint.ts'
import { readDraft } from './read-draft.ts'
import { TOP } from './read-text.ts'

export type LoadedContent =
  | { readonly ok: true; readonly content: Content; readonly warnings: readonly ContentFault[] }
  | {
      readonly ok: false
      readonly faults: readonly ContentFault[]
      readonly warnings: readonly ContentFault[]
    }

/**
 * Everything in `folder`/faq and `folder`/intents as one snapshot, or every fault of every file, in the
 * order of the files. `now`, ms UTC, is what topics expire by; an expired topic is only warned of.
 * Never throws: a fault of our own must not stop a gateway that has good content.
 */
export function loadContent(folder: string, now?: number): LoadedContent {
  try {
    return load(folder, now)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return { ok: false, faults: [fault('.', TOP, 'LOAD_FAILED', { why })], warnings: [] }
  }
}

function load(folder: string, now: number | undefined): LoadedContent {
  const { draft, found } = readDraft(folder)
  const { faults, warnings } = sift([...found, ...lint(draft, now)])
  if (faults.length > 0) return { ok: false, faults, warnings }
  return { ok: true, content: buildContent(draft), warnings }
}

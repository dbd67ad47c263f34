import { isUtf8 } from 'node:buffer'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type ContentFault, fault, type Position } from './fault.ts'

const MAX_MEGABYTES = 2
export const TOP: Position = { line: 1, column: 1 }

export type ReadText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly faults: readonly ContentFault[] }

/** The text of a content file. What is too large is not read at all. `name` is relative to `folder`. */
export function readText(folder: string, name: string): ReadText {
  const path = join(folder, name)
  try {
    if (statSync(path).size > MAX_MEGABYTES * 1024 * 1024) {
      return refuse(fault(name, TOP, 'FILE_LARGE', { max: MAX_MEGABYTES }))
    }
    return decode(name, readFileSync(path))
  } catch (error) {
    const why = String((error as NodeJS.ErrnoException).code ?? error)
    if (why === 'ENOENT') return refuse(fault(name, TOP, 'FILE_MISSING', { name }))
    return refuse(fault(name, TOP, 'FILE_UNREADABLE', { why }))
  }
}

function decode(name: string, bytes: Buffer): ReadText {
  if (!isUtf8(bytes)) {
    return refuse(fault(name, { line: firstBadLine(bytes), column: 1 }, 'FILE_ENCODING'))
  }
  const text = new TextDecoder().decode(bytes)
  return text.trim() === '' ? refuse(fault(name, TOP, 'FILE_EMPTY')) : { ok: true, text }
}

/** A line break is never part of another character, so the lines can be judged one by one. */
function firstBadLine(bytes: Buffer): number {
  let line = 1
  let from = 0
  for (;;) {
    const end = bytes.indexOf(0x0a, from)
    if (end === -1 || !isUtf8(bytes.subarray(from, end))) return line
    from = end + 1
    line += 1
  }
}

const refuse = (found: ContentFault): ReadText => ({ ok: false, faults: [found] })

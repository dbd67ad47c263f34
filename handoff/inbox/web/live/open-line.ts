import { openElectedLine } from './elected-line.ts'
import type { Line, Listener } from './line.ts'
import { openSharedLine } from './shared-line.ts'

/** The way of sharing that this browser can. */
export function openLine(listener: Listener): Line {
  return typeof SharedWorker === 'undefined' ? openElectedLine(listener) : openSharedLine(listener)
}

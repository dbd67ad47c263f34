import { maskPersonal } from './mask.ts'
import { oneLine } from './one-line.ts'
import { shorten } from './shorten.ts'

/** No number and no address is longer, so what ends so far before a cut was read whole. */
const MARGIN = 600
/** Masking shortens a text at most so far, save one that was made for it. */
const READ_AHEAD = 4_000

/**
 * A citizen's text for a list: one line, masked (`known` as in `maskPersonal`), at most `max` UTF-16
 * units with the «…» that stands for the rest; cut between words if one ends near, else between graphemes.
 * Of a long text only the beginning is read.
 */
export function previewOf(text: string, max = 120, known: readonly string[] = []): string {
  const line = oneLine(text)
  const beginning = line.slice(0, max + READ_AHEAD)
  const masked = maskPersonal(beginning, known)
  const isEnough = beginning.length === line.length || masked.length > max + MARGIN
  return shorten(isEnough ? masked : maskPersonal(line, known), max)
}

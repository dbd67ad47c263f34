import type { Draft, Placed } from '../draft.ts'
import { type ContentFault, fault } from '../fault.ts'
import type { Details, FaultCode } from '../words.ts'
import type { Path, Piece } from '../yaml-place.ts'

/** Looks at all content together. `now` is ms UTC; without it nothing is judged by today's date. */
export type LintRule = (draft: Draft, now: number | undefined) => readonly ContentFault[]

export type Place = Pick<Placed<unknown>, 'file' | 'path'>

/** A fault at a value, or at a piece of its text. */
export function faultAt(place: Place, code: FaultCode, details: Details = {}, piece?: Piece): ContentFault {
  const { file, path } = place
  const at = piece === undefined ? file.places.of(path) : file.places.ofPiece(path, piece)
  return fault(file.name, at, code, details)
}

export function inside({ file, path }: Place, ...steps: Path): Place {
  return { file, path: [...path, ...steps] }
}

/** How another place is told of: `faq/contacts.yaml:12`. */
export function told({ file, path }: Place): string {
  return `${file.name}:${file.places.of(path).line}`
}

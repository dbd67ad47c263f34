import { isMap, isScalar, isSeq, type LineCounter, type Node, type Pair } from 'yaml'
import type { Position } from './fault.ts'

/** The way from a file's top to a value: names of fields and numbers of items. */
export type Path = readonly (string | number)[]

/** A piece of a value's text, as it is written in the file, and which of its occurrences (0 is first). */
export interface Piece {
  readonly text: string
  readonly nth?: number
}

/** Finds where in its file a value was written. */
export class YamlPlaces {
  readonly #source: string
  readonly #root: Node | null
  readonly #lines: LineCounter

  constructor(source: string, root: Node | null, lines: LineCounter) {
    this.#source = source
    this.#root = root
    this.#lines = lines
  }

  /** Of the value, or of what should hold it when it is not there. */
  of(path: Path): Position {
    return this.offset(this.#walk(path).node?.range?.[0] ?? 0)
  }

  /** Of the field's name. */
  ofKey(path: Path): Position {
    const { key, node } = this.#walk(path)
    return this.offset((key ?? node)?.range?.[0] ?? 0)
  }

  /** Of a piece of a text; where it is written in another way (escaped, folded), of the text. */
  ofPiece(path: Path, piece: Piece): Position {
    const [from, to] = this.#walk(path).node?.range ?? [0, 0]
    let at = this.#source.indexOf(piece.text, from)
    for (let n = piece.nth ?? 0; n > 0 && at !== -1; n--) {
      at = this.#source.indexOf(piece.text, at + piece.text.length)
    }
    return this.offset(at === -1 || at >= to ? from : at)
  }

  offset(offset: number): Position {
    const { line, col } = this.#lines.linePos(offset)
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }

  #walk(path: Path): { readonly node: Node | null; readonly key: Node | undefined } {
    let node = this.#root
    let key: Node | undefined
    for (const step of path) {
      const found = child(node, step)
      if (found === undefined) return { node: key ?? node, key }
      node = found.value ?? found.key ?? node
      key = found.key
    }
    return { node, key }
  }
}

interface Child {
  readonly key: Node | undefined
  readonly value: Node | undefined
}

function child(parent: Node | null, step: string | number): Child | undefined {
  if (isMap<Node, Node | null>(parent)) {
    const pair = parent.items.find((item: Pair<Node, Node | null>) => isKey(item.key, step))
    return pair && { key: pair.key, value: pair.value ?? undefined }
  }
  if (isSeq<Node>(parent)) {
    const value = parent.items[Number(step)]
    return value && { key: undefined, value }
  }
  return undefined
}

function isKey(key: Node, step: string | number): boolean {
  return isScalar(key) && String(key.value) === String(step)
}

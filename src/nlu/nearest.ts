import type { Vector } from './weighting.ts'

/** The most like example of each class. */
export interface Nearest {
  /** By class: the cosine to its nearest example, 0..1. */
  readonly likeness: Float32Array
  /** By class: the row of that example, −1 where there is none. */
  readonly row: Int32Array
}

export interface Example {
  readonly vector: Vector
  readonly label: number
}

/** An inverted index over examples: for each feature, which rows have it and how much. */
export interface ExampleIndex {
  nearest(vector: Vector): Nearest
}

export function indexExamples(examples: readonly Example[], features: number, classes: number): ExampleIndex {
  const { from, rows, values } = invert(examples, features)
  const labelOf = Int32Array.from(examples, (example) => example.label)
  return {
    nearest: (vector) => {
      const cosines = new Float32Array(examples.length)
      for (let at = 0; at < vector.ids.length; at += 1) {
        const id = vector.ids[at] ?? 0
        const value = vector.values[at] ?? 0
        const end = from[id + 1] ?? 0
        for (let post = from[id] ?? 0; post < end; post += 1) {
          const row = rows[post] ?? 0
          cosines[row] = (cosines[row] ?? 0) + value * (values[post] ?? 0)
        }
      }
      return bestByClass(cosines, labelOf, classes)
    },
  }
}

function invert(examples: readonly Example[], features: number) {
  const from = new Int32Array(features + 1)
  for (const { vector } of examples) for (const id of vector.ids) from[id + 1] = (from[id + 1] ?? 0) + 1
  for (let id = 0; id < features; id += 1) from[id + 1] = (from[id + 1] ?? 0) + (from[id] ?? 0)
  const next = from.slice()
  const rows = new Int32Array(from[features] ?? 0)
  const values = new Float32Array(rows.length)
  for (const [row, { vector }] of examples.entries()) {
    for (const [at, id] of vector.ids.entries()) {
      const post = next[id] ?? 0
      rows[post] = row
      values[post] = vector.values[at] ?? 0
      next[id] = post + 1
    }
  }
  return { from, rows, values }
}

function bestByClass(cosines: Float32Array, labelOf: Int32Array, classes: number): Nearest {
  const likeness = new Float32Array(classes)
  const row = new Int32Array(classes).fill(-1)
  for (let at = 0; at < cosines.length; at += 1) {
    const label = labelOf[at] ?? 0
    const cosine = cosines[at] ?? 0
    if (cosine <= (likeness[label] ?? 0)) continue
    likeness[label] = Math.min(1, cosine)
    row[label] = at
  }
  return { likeness, row }
}

import type { Document } from './document.ts'
import { type Lesson, type Linear, learnLinear, scoreInto } from './linear.ts'
import { type ExampleIndex, indexExamples, type Nearest } from './nearest.ts'
import { learnWeighting, type Vector, type Weighting, weigh } from './weighting.ts'

/** A text of the corpus and what it teaches. */
export interface Row {
  readonly text: string
  readonly document: Document
  readonly label: number
  /**
   * `example`: of its class and of no other, and may be found again. `answer`: the same, but it is no
   * question: it counts less and is not found. `negative`: not of its class; what else it is, is unknown.
   */
  readonly kind: 'example' | 'answer' | 'negative'
}

/** How much the wording of an answer counts beside an example. */
const ANSWER_COUNTS = 0.1

/** What was learnt from rows. Immutable. */
export interface Model {
  readonly weighting: Weighting
  readonly linear: Linear
  readonly index: ExampleIndex
  /** The rows that the index finds, by its numbers. */
  readonly indexed: readonly Row[]
}

/** How one text looks to a model. */
export interface Measures extends Nearest {
  readonly vector: Vector
  /** By class: how far on the class' side of its plane, about −2..2. */
  readonly scores: Float32Array
}

export function learnModel(rows: readonly Row[], features: number, classes: number): Model {
  const weighting = learnWeighting(
    rows.filter((row) => row.kind === 'example').map((row) => row.document),
    features,
  )
  const lessons = rows.map((row) => lessonOf(row, weigh(row.document, weighting)))
  const found = lessons.filter((lesson) => lesson.kind === 'example')
  return {
    weighting,
    linear: learnLinear(lessons, features, classes),
    index: indexExamples(found, features, classes),
    indexed: found,
  }
}

function lessonOf(row: Row, vector: Vector): Row & Lesson {
  return {
    ...row,
    vector,
    refuted: row.kind === 'negative',
    weight: row.kind === 'answer' ? ANSWER_COUNTS : 1,
  }
}

export function measure(model: Model, document: Document): Measures {
  const vector = weigh(document, model.weighting)
  const scores = new Float32Array(model.linear.classes)
  scoreInto(scores, model.linear, vector)
  return { vector, scores, ...model.index.nearest(vector) }
}

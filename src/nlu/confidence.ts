/** What speaks for a candidate being right, and how it was weighed. */
export interface Signs {
  /** How far on its side of its plane. */
  readonly score: number
  /** `score` less that of the best other class, the background among them. */
  readonly lead: number
  /** The cosine to its nearest example. */
  readonly likeness: number
  /** `likeness` less that to the nearest example of any other class. */
  readonly likenessLead: number
  /** How alike its nearest example is letter by letter; of a long text, `likeness` again. */
  readonly fuzzy: number
  /** The share of the text's words that is known. */
  readonly coverage: number
}

/** Signs → probability: a logistic function with one weight a sign. */
export interface Calibration {
  confidence(signs: Signs): number
}

/** A candidate that was held out, and whether it was right. */
export interface Trial {
  readonly signs: Signs
  readonly right: boolean
  /** How much it counts. */
  readonly weight: number
}

/**
 * Where the fit begins and what it is drawn to: fitted on two public sets of Russian intents. A corpus of
 * a few dozen examples hardly moves it, one of a thousand overrules it.
 */
const PRIOR: readonly number[] = [-1, 1.5, 1.5, 2, 1, 0.5, 1]
const PRIOR_STRENGTH = 1
const ROUNDS = 25

/** The most likely weights given the trials, by Newton's method. */
export function calibrate(trials: readonly Trial[]): Calibration {
  let weights = [...PRIOR]
  for (let round = 0; round < ROUNDS; round += 1) {
    const step = newtonStep(weights, trials)
    weights = weights.map((weight, at) => weight + (step[at] ?? 0))
    if (step.every((part) => Math.abs(part) < 1e-6)) break
  }
  return { confidence: (signs) => logistic(dot(weights, inputs(signs))) }
}

function newtonStep(weights: readonly number[], trials: readonly Trial[]): readonly number[] {
  const gradient = weights.map((weight, at) => PRIOR_STRENGTH * ((PRIOR[at] ?? 0) - weight))
  const curvature = weights.map((_, row) =>
    weights.map((_, column) => Number(row === column) * PRIOR_STRENGTH),
  )
  for (const { signs, right, weight } of trials) {
    const input = inputs(signs)
    const guess = logistic(dot(weights, input))
    for (const [row, value] of input.entries()) {
      gradient[row] = (gradient[row] ?? 0) + weight * ((right ? 1 : 0) - guess) * value
      const line = curvature[row] ?? []
      for (const [column, other] of input.entries()) {
        line[column] = (line[column] ?? 0) + weight * guess * (1 - guess) * value * other
      }
    }
  }
  return solve(curvature, gradient)
}

/** Gauss' elimination; the matrix is positive definite, so no pivot is near 0. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0])
  for (const [at, pivotRow] of rows.entries()) {
    const pivot = pivotRow[at] ?? 1
    for (const [other, row] of rows.entries()) {
      if (other === at) continue
      const factor = (row[at] ?? 0) / pivot
      for (let column = at; column < row.length; column += 1) {
        row[column] = (row[column] ?? 0) - factor * (pivotRow[column] ?? 0)
      }
    }
  }
  return rows.map((row, at) => (row[row.length - 1] ?? 0) / (row[at] ?? 1))
}

function inputs(signs: Signs): readonly number[] {
  return [1, signs.score, signs.lead, signs.likeness, signs.likenessLead, signs.fuzzy, signs.coverage]
}

function dot(left: readonly number[], right: readonly number[]): number {
  return left.reduce((sum, value, at) => sum + value * (right[at] ?? 0), 0)
}

function logistic(value: number): number {
  return 1 / (1 + Math.exp(-value))
}

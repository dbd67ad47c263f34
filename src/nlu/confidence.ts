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
  readonly weights: CalibrationWeights
  confidence(signs: Signs): number
}

/** In the order of `inputs`: all there is to a calibration, so that it may be kept and need not be fitted again. */
export type CalibrationWeights = readonly number[]

/** A candidate that was held out, and whether it was right. */
export interface Trial {
  readonly signs: Signs
  readonly right: boolean
  /** How much it counts. */
  readonly weight: number
}

/**
 * Where the fit begins and what it is drawn to, about what public sets of intents give: what a corpus of a few dozen examples goes by, and one of
 * a thousand overrules. In the order of `inputs`.
 */
const PRIOR: readonly number[] = [-0.8, 2, 2.5, 1, 0.2, 0.6, 0]
const PRIOR_STRENGTH = 1
const ROUNDS = 25
const CLOSE_ENOUGH = 1e-4

export function calibrationFrom(weights: CalibrationWeights): Calibration {
  return { weights, confidence: (signs) => logistic(dot(weights, inputs(signs))) }
}

/** The most likely weights given the trials, by Newton's method. */
export function calibrate(trials: readonly Trial[]): Calibration {
  const points = trials.map(({ signs, right, weight }) => ({ input: inputs(signs), right, weight }))
  let weights = [...PRIOR]
  for (let round = 0; round < ROUNDS; round += 1) {
    const step = newtonStep(weights, points)
    weights = weights.map((weight, at) => weight + (step[at] ?? 0))
    if (step.every((part) => Math.abs(part) < CLOSE_ENOUGH)) break
  }
  return calibrationFrom(weights)
}

interface Point extends Omit<Trial, 'signs'> {
  readonly input: readonly number[]
}

function newtonStep(weights: readonly number[], points: readonly Point[]): readonly number[] {
  const gradient = weights.map((weight, at) => PRIOR_STRENGTH * ((PRIOR[at] ?? 0) - weight))
  const curvature = weights.map((_, row) =>
    weights.map((_, column) => Number(row === column) * PRIOR_STRENGTH),
  )
  for (const { input, right, weight } of points) {
    const guess = logistic(dot(weights, input))
    const miss = weight * ((right ? 1 : 0) - guess)
    const bend = weight * guess * (1 - guess)
    for (let row = 0; row < input.length; row += 1) {
      gradient[row] = (gradient[row] ?? 0) + miss * (input[row] ?? 0)
      const line = curvature[row] ?? []
      for (let column = 0; column < input.length; column += 1) {
        line[column] = (line[column] ?? 0) + bend * (input[row] ?? 0) * (input[column] ?? 0)
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
  let sum = 0
  for (let at = 0; at < left.length; at += 1) sum += (left[at] ?? 0) * (right[at] ?? 0)
  return sum
}

function logistic(value: number): number {
  return 1 / (1 + Math.exp(-value))
}

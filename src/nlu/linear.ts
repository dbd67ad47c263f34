import type { Vector } from './weighting.ts'

/** How far one example may pull; the C of a support vector machine. */
const PULL = 1
/** More change no figure by a point. */
const ROUNDS = 5
const SEED = 20_240_601

/** A text to learn from. */
export interface Lesson {
  readonly vector: Vector
  readonly label: number
  /** Not of this class, and nothing is said of the others; else of this class, and of no other. */
  readonly refuted: boolean
  /** Of 1: how much it counts. */
  readonly weight: number
}

/** One plane a class; what lies on its positive side belongs to it. */
export interface Linear {
  readonly classes: number
  /** The classes of one feature lie together: `weights[feature * classes + class]`. */
  readonly weights: Float32Array
  readonly bias: Float32Array
}

/**
 * One linear support vector machine (squared hinge) a class against all the rest, all trained in one go
 * by dual coordinate descent (Hsieh et al. 2008). The order is drawn from a seed: same lessons, same planes.
 */
export function learnLinear(lessons: readonly Lesson[], features: number, classes: number): Linear {
  const linear = {
    classes,
    weights: new Float32Array(features * classes),
    bias: new Float32Array(classes),
  }
  const alphas = lessons.map(() => new Float32Array(classes))
  const order = lessons.map((_, at) => at)
  const random = randomFrom(SEED)
  const scores = new Float32Array(classes)
  const steps = new Float32Array(classes)
  for (let round = 0; round < ROUNDS; round += 1) {
    shuffle(order, random)
    for (const at of order) {
      const lesson = lessons[at]
      const alpha = alphas[at]
      if (lesson === undefined || alpha === undefined) continue
      scoreInto(scores, linear, lesson.vector)
      if (stepsInto(steps, lesson, alpha, scores)) move(linear, lesson.vector, steps)
    }
  }
  return linear
}

/**
 * Writes the score of each class into `scores`. All the time of learning goes here: four features at a
 * time halve it.
 */
export function scoreInto(scores: Float32Array, { classes, weights, bias }: Linear, vector: Vector): void {
  const { ids, values } = vector
  scores.set(bias)
  const whole = ids.length - (ids.length % 4)
  for (let at = 0; at < whole; at += 4) {
    const one = values[at] ?? 0
    const two = values[at + 1] ?? 0
    const three = values[at + 2] ?? 0
    const four = values[at + 3] ?? 0
    const ofOne = (ids[at] ?? 0) * classes
    const ofTwo = (ids[at + 1] ?? 0) * classes
    const ofThree = (ids[at + 2] ?? 0) * classes
    const ofFour = (ids[at + 3] ?? 0) * classes
    for (let label = 0; label < classes; label += 1) {
      scores[label] =
        (scores[label] ?? 0) +
        one * (weights[ofOne + label] ?? 0) +
        two * (weights[ofTwo + label] ?? 0) +
        three * (weights[ofThree + label] ?? 0) +
        four * (weights[ofFour + label] ?? 0)
    }
  }
  for (let at = whole; at < ids.length; at += 1) {
    const value = values[at] ?? 0
    const from = (ids[at] ?? 0) * classes
    for (let label = 0; label < classes; label += 1) {
      scores[label] = (scores[label] ?? 0) + value * (weights[from + label] ?? 0)
    }
  }
}

/** How far each plane moves for this lesson; false when none does. A vector's own square is 1 at most, the bias' 1. */
function stepsInto(steps: Float32Array, lesson: Lesson, alpha: Float32Array, scores: Float32Array): boolean {
  const softness = 1 / (2 * PULL * lesson.weight)
  let moves = false
  for (let label = 0; label < steps.length; label += 1) {
    steps[label] = 0
    if (lesson.refuted && lesson.label !== label) continue
    const side = lesson.label === label && !lesson.refuted ? 1 : -1
    const before = alpha[label] ?? 0
    const gradient = side * (scores[label] ?? 0) - 1 + softness * before
    if (before === 0 && gradient >= 0) continue
    const after = Math.max(0, before - gradient / (2 + softness))
    alpha[label] = after
    steps[label] = side * (after - before)
    moves = true
  }
  return moves
}

function move({ classes, weights, bias }: Linear, { ids, values }: Vector, steps: Float32Array): void {
  for (let label = 0; label < classes; label += 1) {
    const step = steps[label] ?? 0
    if (step === 0) continue
    bias[label] = (bias[label] ?? 0) + step
    for (let at = 0; at < ids.length; at += 1) {
      const to = (ids[at] ?? 0) * classes + label
      weights[to] = (weights[to] ?? 0) + step * (values[at] ?? 0)
    }
  }
}

function shuffle(order: number[], random: () => number): void {
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1))
    const kept = order[last] ?? 0
    order[last] = order[other] ?? 0
    order[other] = kept
  }
}

/** Mulberry32: 0 ≤ … < 1, the same series for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

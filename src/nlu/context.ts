import { type Linear, scoreInto } from './linear.ts'
import type { Measures, Model } from './model.ts'
import type { Vector } from './weighting.ts'

/** How many of a class' strongest features stand for it when it is remembered. */
const REMEMBERED = 12
/** What the remembered words count beside those of the text. */
const REMEMBERED_COUNTS = 0.25
/** What being of the same family as the previous topic is worth, on the scale of scores. */
const FAMILY_COUNTS = 0.35

/** What the topic before says of each class, by class: how far to raise its score. */
export type Context = Float32Array

/**
 * Planes are linear, so to score a text together with the previous topic's strongest words is to add what
 * those words score alone; that is what a context holds, and a bonus for the classes of its family
 * (`contacts.hours` and `contacts.holidays`).
 */
export function learnContexts(model: Model, families: readonly string[]): readonly Context[] {
  return families.map((family, label) => {
    const scores = new Float32Array(model.linear.classes)
    scoreInto(scores, model.linear, strongest(model, label))
    return scores.map((score, other) => {
      const bonus = other < families.length && families[other] === family ? FAMILY_COUNTS : 0
      return REMEMBERED_COUNTS * score + bonus
    })
  })
}

/** The measures of a text that leans on what was said before. */
export function inContext(measures: Measures, context: Context): Measures {
  return { ...measures, scores: measures.scores.map((score, label) => score + (context[label] ?? 0)) }
}

/** The features that speak loudest for a class, as a vector of length 1. */
function strongest({ linear }: Model, label: number): Vector {
  const { classes, weights }: Linear = linear
  const loudest: { readonly id: number; readonly weight: number }[] = []
  for (let id = 0; id * classes < weights.length; id += 1) {
    const weight = weights[id * classes + label] ?? 0
    if (loudest.length === REMEMBERED && weight <= (loudest[REMEMBERED - 1]?.weight ?? 0)) continue
    const at = loudest.findIndex((other) => weight > other.weight)
    loudest.splice(at < 0 ? loudest.length : at, 0, { id, weight })
    if (loudest.length > REMEMBERED) loudest.pop()
  }
  const length = Math.hypot(...loudest.map(({ weight }) => weight))
  return {
    ids: Int32Array.from(loudest, ({ id }) => id),
    values: Float32Array.from(loudest, ({ weight }) => (length === 0 ? 0 : weight / length)),
    coverage: 1,
  }
}

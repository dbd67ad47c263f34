import type { Signs } from './confidence.ts'
import { FUZZY_UP_TO, fuzzyLikeness } from './fuzzy.ts'
import type { Measures, Model } from './model.ts'

/** How many of the highest scores and of the most alike are looked at closely. */
const BY_SCORE = 5
const BY_LIKENESS = 3

/** The classes that may be meant; `none` (the background) is never among them. */
export function shortlist({ scores, likeness }: Measures, none: number): readonly number[] {
  const labels = new Set([...highest(scores, BY_SCORE, none), ...highest(likeness, BY_LIKENESS, none)])
  return [...labels]
}

/** What speaks for each of the shortlisted classes, in their order. */
export function signsOf(
  labels: readonly number[],
  { scores, likeness, row, vector }: Measures,
  { indexed }: Model,
  text: string,
): readonly Signs[] {
  const fuzzy =
    text.length > FUZZY_UP_TO
      ? undefined
      : fuzzyLikeness(
          text,
          labels.map((label) => indexed[row[label] ?? -1]?.text.toLowerCase() ?? ''),
        )
  return labels.map((label, at) => {
    const score = scores[label] ?? 0
    const alike = likeness[label] ?? 0
    return {
      score,
      lead: score - highestBut(label, scores),
      likeness: alike,
      likenessLead: alike - highestBut(label, likeness),
      fuzzy: fuzzy?.[at] ?? alike,
      coverage: vector.coverage,
    }
  })
}

/** The labels of the highest values, highest first. */
function highest(values: Float32Array, count: number, except: number): readonly number[] {
  const best: number[] = []
  for (let label = 0; label < values.length; label += 1) {
    if (label === except) continue
    const at = best.findIndex((other) => (values[label] ?? 0) > (values[other] ?? 0))
    best.splice(at < 0 ? best.length : at, 0, label)
    if (best.length > count) best.pop()
  }
  return best
}

function highestBut(label: number, values: Float32Array): number {
  let best = -1
  for (let other = 0; other < values.length; other += 1) {
    if (other !== label && (values[other] ?? 0) > best) best = values[other] ?? 0
  }
  return best
}

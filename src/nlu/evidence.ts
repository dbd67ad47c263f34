import type { MatchEvidence } from '../core/outcome.ts'
import type { Learnt } from './learn.ts'
import type { Measures } from './model.ts'
import type { Ranked } from './rank.ts'
import type { Reading } from './reading.ts'

const LOUDEST = 6

/** Why the best candidate is the best, for people to read. */
export function evidenceOf(
  learnt: Learnt,
  measures: Measures,
  { text, repairs }: Reading,
  ranked: readonly Ranked[],
): MatchEvidence {
  const [best, next] = ranked
  const row = best === undefined ? -1 : (measures.row[best.label] ?? -1)
  return {
    read: text,
    repairs,
    example: learnt.model.indexed[row]?.text,
    features: best === undefined ? [] : loudest(learnt, measures, best.label),
    margin: (best?.confidence ?? 0) - (next?.confidence ?? 0),
  }
}

/** The features of the text that raised the score of a class most. */
function loudest({ model, corpus }: Learnt, { vector }: Measures, label: number): MatchEvidence['features'] {
  const { classes, weights } = model.linear
  const spoken: { readonly id: number; readonly weight: number }[] = []
  for (let at = 0; at < vector.ids.length; at += 1) {
    const id = vector.ids[at] ?? 0
    const weight = (vector.values[at] ?? 0) * (weights[id * classes + label] ?? 0)
    if (weight > 0) spoken.push({ id, weight })
  }
  return spoken
    .sort((one, other) => other.weight - one.weight || one.id - other.id)
    .slice(0, LOUDEST)
    .map(({ id, weight }) => ({ feature: corpus.reader.vocabulary.nameOf(id), weight }))
}

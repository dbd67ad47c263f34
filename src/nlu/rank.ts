import type { Candidate } from '../core/outcome.ts'
import type { Learnt } from './learn.ts'
import type { Measures } from './model.ts'
import { shortlist, signsOf } from './signs.ts'

const AT_MOST = 5

/** A candidate, and the class that it is to the model. */
export interface Ranked extends Candidate {
  readonly label: number
}

/** The candidates for a text, best first, at most five; their confidences together are at most 1. */
export function rank(
  { corpus, model, calibration }: Learnt,
  measures: Measures,
  text: string,
): readonly Ranked[] {
  const labels = shortlist(measures, corpus.none)
  const ranked = signsOf(labels, measures, model, text)
    .map((signs, at) => ({ label: labels[at] ?? 0, confidence: calibration.confidence(signs) }))
    .flatMap(({ label, confidence }) => {
      const of = corpus.classes[label]
      return of === undefined ? [] : [{ of, label, confidence }]
    })
    .sort((one, other) => other.confidence - one.confidence || one.label - other.label)
  const all = ranked.reduce((sum, { confidence }) => sum + confidence, 0)
  return ranked
    .slice(0, AT_MOST)
    .map((candidate) => ({ ...candidate, confidence: candidate.confidence / Math.max(1, all) }))
}

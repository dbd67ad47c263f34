import type { TopicId } from '../core/ids.ts'
import { type Calibration, type CalibrationWeights, calibrate, calibrationFrom } from './confidence.ts'
import { type Context, learnContexts } from './context.ts'
import type { Corpus } from './corpus.ts'
import { learnModel, type Model } from './model.ts'
import { type CorpusRead, readCorpus } from './read-corpus.ts'
import { holdOut } from './trials.ts'

/** All that was learnt from a corpus. Immutable. */
export interface Learnt extends Lessons {
  readonly calibration: Calibration
}

/** What was learnt but for how sure one may be of it. */
interface Lessons {
  readonly corpus: CorpusRead
  readonly model: Model
  readonly contexts: ReadonlyMap<TopicId, Context>
}

/**
 * The order of a corpus matters to nothing but the last digits; the same corpus teaches the same. The
 * weights of its calibration may come later, from elsewhere; to fit them here (undefined) takes longer than
 * all the rest.
 */
export function learn(from: Corpus): (weights: CalibrationWeights | undefined) => Learnt {
  const corpus = readCorpus(from)
  const model = learnModel(corpus.rows, corpus.reader.vocabulary.size, corpus.none + 1)
  const lessons = { corpus, model, contexts: contextsOf(corpus, model) }
  return (weights) => {
    const calibration = weights === undefined ? calibrate(holdOut(corpus)) : calibrationFrom(weights)
    return { ...lessons, calibration }
  }
}

/** The weights that `learn` would come to by itself. */
export function fitCalibration(from: Corpus): CalibrationWeights {
  return calibrate(holdOut(readCorpus(from))).weights
}

function contextsOf({ classes }: CorpusRead, model: Model): ReadonlyMap<TopicId, Context> {
  const families = classes.map((of) => of.id.slice(0, of.id.indexOf('.') + 1))
  const contexts = learnContexts(model, families)
  return new Map(
    classes.flatMap((of, label) => {
      const context = contexts[label]
      return of.kind === 'topic' && context !== undefined ? [[of.id, context] as const] : []
    }),
  )
}

import type { Trial } from './confidence.ts'
import { learnModel, type Model, measure, type Row } from './model.ts'
import type { CorpusRead } from './read-corpus.ts'
import { shortlist, signsOf } from './signs.ts'

/** The corpus is cut into so many parts; each is judged by what was learnt from the others. */
const PARTS = 3
/** One in so many of a part is judged: a handful of weights needs no more. */
const JUDGED = 2
/** One in so many of the classes is not learnt at all: citizens also ask what nobody has written down yet. */
const ABSENT = 6
/** The share of messages that no topic answers, for which the confidence is made. */
const OUT_OF_SCOPE = 0.2

/**
 * What the corpus says of examples that it was not shown: the material of calibration. The texts of the
 * background, and of the classes that are absent, have no right candidate at all.
 */
export function holdOut({ rows, reader, none }: CorpusRead): readonly Trial[] {
  const turnOf = dealOut(rows)
  const trials: Held[] = []
  for (let part = 0; part < PARTS; part += 1) {
    const isAbsent = (label: number): boolean => label !== none && label % ABSENT === part
    const learnt = rows.filter((row, at) => (turnOf[at] ?? 0) % PARTS !== part && !isAbsent(row.label))
    const model = learnModel(learnt, reader.vocabulary.size, none + 1)
    for (const [at, row] of rows.entries()) {
      if ((turnOf[at] ?? 0) % (PARTS * JUDGED) !== part) continue
      trials.push(...trialsOf(row, model, isAbsent(row.label) ? none : row.label, none))
    }
  }
  return weighted(trials)
}

/** A trial, and whether its text has no right candidate. */
interface Held extends Trial {
  readonly outside: boolean
}

function trialsOf(row: Row, model: Model, answer: number, none: number): readonly Held[] {
  const measures = measure(model, row.document)
  const labels = shortlist(measures, none)
  return signsOf(labels, measures, model, row.text).map((signs, at) => ({
    signs,
    right: labels[at] === answer,
    weight: 1,
    outside: answer === none,
  }))
}

/** Examples take turns, class by class; all other rows have none (−1) and are always learnt from. */
function dealOut(rows: readonly Row[]): readonly number[] {
  const dealt = new Map<number, number>()
  return rows.map(({ kind, label }) => {
    if (kind !== 'example') return -1
    const turn = dealt.get(label) ?? label
    dealt.set(label, turn + 1)
    return turn
  })
}

function weighted(trials: readonly Held[]): readonly Trial[] {
  const outside = trials.filter((trial) => trial.outside).length
  const inside = trials.length - outside
  if (outside === 0 || inside === 0) return trials
  const weight = (OUT_OF_SCOPE / (1 - OUT_OF_SCOPE)) * (inside / outside)
  return trials.map((trial) => (trial.outside ? { ...trial, weight } : trial))
}

import type { Trial } from './confidence.ts'
import { learnModel, measure, type Row } from './model.ts'
import type { CorpusRead } from './read-corpus.ts'
import { shortlist, signsOf } from './signs.ts'

/** The corpus is cut into so many parts; each is judged by what was learnt from the others. */
const PARTS = 3
/** The share of messages that no topic answers, for which the confidence is made. */
const OUT_OF_SCOPE = 0.2

/**
 * What the corpus says of examples that it was not shown: the material of calibration. The texts of the
 * background have no right candidate at all.
 */
export function holdOut({ rows, reader, none }: CorpusRead): readonly Trial[] {
  const partOf = dealOut(rows)
  const trials: (Trial & { readonly label: number })[] = []
  for (let part = 0; part < PARTS; part += 1) {
    const model = learnModel(
      rows.filter((_, at) => partOf[at] !== part),
      reader.vocabulary.size,
      none + 1,
    )
    for (const [at, row] of rows.entries()) {
      if (partOf[at] !== part) continue
      const measures = measure(model, row.document)
      const labels = shortlist(measures, none)
      for (const [place, signs] of signsOf(labels, measures, model, row.text).entries()) {
        trials.push({ signs, right: labels[place] === row.label, weight: 1, label: row.label })
      }
    }
  }
  return weighted(trials, none)
}

/** Examples go to the parts in turn, class by class; all other rows are always learnt from. */
function dealOut(rows: readonly Row[]): readonly number[] {
  const dealt = new Map<number, number>()
  return rows.map(({ kind, label }) => {
    if (kind !== 'example') return -1
    const turn = dealt.get(label) ?? label
    dealt.set(label, turn + 1)
    return turn % PARTS
  })
}

function weighted(trials: readonly (Trial & { readonly label: number })[], none: number): readonly Trial[] {
  const outside = trials.filter((trial) => trial.label === none).length
  const inside = trials.length - outside
  if (outside === 0 || inside === 0) return trials
  const weight = (OUT_OF_SCOPE / (1 - OUT_OF_SCOPE)) * (inside / outside)
  return trials.map((trial) => (trial.label === none ? { ...trial, weight } : trial))
}

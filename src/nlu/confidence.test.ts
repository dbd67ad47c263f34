import { describe, expect, it } from '@jest/globals'
import { calibrate, type Signs, type Trial } from './confidence.ts'

const signs = (lead: number): Signs => ({
  score: 0,
  lead,
  likeness: 0,
  likenessLead: 0,
  fuzzy: 0,
  coverage: 1,
})

/** `right` of a hundred candidates that all look the same are right. */
const hundred = (lead: number, right: number): readonly Trial[] =>
  Array.from({ length: 100 }, (_, at) => ({ signs: signs(lead), right: at < right, weight: 1 }))

describe('calibrate', () => {
  it('says how often a candidate that looks so was right', () => {
    const { confidence } = calibrate([...hundred(-0.5, 10), ...hundred(0.5, 80)])
    expect(confidence(signs(-0.5))).toBeCloseTo(0.1, 1)
    expect(confidence(signs(0.5))).toBeCloseTo(0.8, 1)
  })

  it('counts a trial by its weight', () => {
    const heavy = hundred(0.5, 50).map((trial) => (trial.right ? trial : { ...trial, weight: 4 }))
    expect(calibrate(heavy).confidence(signs(0.5))).toBeCloseTo(0.2, 1)
  })

  it('has an opinion before it saw anything: more lead, more confidence', () => {
    const { confidence } = calibrate([])
    expect(confidence(signs(1))).toBeGreaterThan(confidence(signs(0)))
    expect(confidence(signs(0))).toBeGreaterThan(confidence(signs(-1)))
  })
})

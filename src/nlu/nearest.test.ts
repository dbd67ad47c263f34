import { describe, expect, it } from '@jest/globals'
import { indexExamples } from './nearest.ts'

const vector = (...pairs: readonly (readonly [number, number])[]) => ({
  ids: Int32Array.from(pairs, ([id]) => id),
  values: Float32Array.from(pairs, ([, value]) => value),
  coverage: 1,
})

describe('indexExamples', () => {
  const index = indexExamples(
    [
      { label: 0, vector: vector([0, 1]) },
      { label: 1, vector: vector([0, 0.6], [1, 0.8]) },
      { label: 0, vector: vector([1, 1]) },
    ],
    3,
    3,
  )

  it('finds the nearest example of each class with its cosine', () => {
    const { likeness, row } = index.nearest(vector([0, 0.8], [1, 0.6]))
    expect([...row]).toEqual([0, 1, -1])
    expect(likeness[0]).toBeCloseTo(0.8)
    expect(likeness[1]).toBeCloseTo(0.96)
    expect(likeness[2]).toBe(0)
  })

  it('finds nothing where no feature is shared', () => {
    expect([...index.nearest(vector([2, 1])).row]).toEqual([-1, -1, -1])
  })
})

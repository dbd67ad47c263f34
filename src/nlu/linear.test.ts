import { describe, expect, it } from '@jest/globals'
import { type Lesson, learnLinear, scoreInto } from './linear.ts'

const lesson = (label: number, ids: readonly number[], refuted = false): Lesson => ({
  label,
  refuted,
  weight: 1,
  vector: {
    ids: Int32Array.from(ids),
    values: Float32Array.from(ids, () => 1 / Math.sqrt(ids.length)),
    coverage: 1,
  },
})

// Feature 0 speaks for class 0, 1 for 1, 2 for 2; 3, 4 and 5 are everywhere.
const LESSONS = [0, 1, 2].flatMap((label) => [
  lesson(label, [label, 3]),
  lesson(label, [label, 4]),
  lesson(label, [label, 3, 4, 5]),
])

const scores = (lessons: readonly Lesson[], ids: readonly number[]) => {
  const into = new Float32Array(3)
  scoreInto(into, learnLinear(lessons, 6, 3), lesson(0, ids).vector)
  return [...into]
}

describe('learnLinear', () => {
  it('puts each class on the positive side of its own plane only', () => {
    for (const label of [0, 1, 2]) {
      const signs = scores(LESSONS, [label, 3, 5]).map(Math.sign)
      expect(signs).toEqual([0, 1, 2].map((other) => (other === label ? 1 : -1)))
    }
  })

  it('lowers by a negative the class that it refutes, and no other', () => {
    const before = scores(LESSONS, [0, 1])
    const after = scores([...LESSONS, lesson(0, [0, 1], true)], [0, 1])
    expect(after[0]).toBeLessThan((before[0] ?? 0) - 0.1)
    expect(Math.abs((after[1] ?? 0) - (before[1] ?? 0))).toBeLessThan(0.1)
  })

  it('learns the same from the same lessons, to the last bit', () => {
    expect(learnLinear(LESSONS, 6, 3).weights).toEqual(learnLinear(LESSONS, 6, 3).weights)
  })

  it('scores many features as the sum of each', () => {
    const linear = learnLinear(LESSONS, 6, 3)
    const ids = [0, 1, 2, 3, 4, 5]
    const into = new Float32Array(3)
    scoreInto(into, linear, { ids: Int32Array.from(ids), values: Float32Array.from(ids), coverage: 1 })
    const sum = ids.reduce((all, id) => all + id * (linear.weights[id * 3 + 1] ?? 0), linear.bias[1] ?? 0)
    expect(into[1]).toBeCloseTo(sum, 5)
  })
})

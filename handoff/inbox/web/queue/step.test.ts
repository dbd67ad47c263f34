import { describe, expect, it } from '@jest/globals'
import { stepFrom } from './step.ts'

describe('a step in the queue', () => {
  it('goes to the neighbour and stays at the ends', () => {
    expect(stepFrom([5, 3, 9], 3, 1)).toBe(9)
    expect(stepFrom([5, 3, 9], 3, -1)).toBe(5)
    expect(stepFrom([5, 3, 9], 9, 1)).toBe(9)
    expect(stepFrom([5, 3, 9], 5, -1)).toBe(5)
  })

  it('begins at the first when one was nowhere, or the ticket is gone', () => {
    expect(stepFrom([5, 3], undefined, 1)).toBe(5)
    expect(stepFrom([5, 3], 7, -1)).toBe(5)
    expect(stepFrom([], 7, 1)).toBeUndefined()
  })
})

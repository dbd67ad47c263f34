import { describe, expect, it } from '@jest/globals'
import { shareFresh } from './share-fresh.ts'

describe('a shared reading', () => {
  function readings() {
    const open: { resolve: (value: number) => void; reject: (error: Error) => void }[] = []
    const ask = shareFresh(
      () => new Promise<number>((resolve, reject) => void open.push({ resolve, reject })),
    )
    return { open, ask }
  }
  const settle = () => new Promise(setImmediate)

  it('is one for all who ask before it begins', async () => {
    const { open, ask } = readings()
    const answers = [ask(), ask(), ask()]
    await settle()
    open[0]?.resolve(1)
    expect(await Promise.all(answers)).toEqual([1, 1, 1])
    expect(open).toHaveLength(1)
  })

  it('is not the one that had begun before, which may be older than the question', async () => {
    const { open, ask } = readings()
    const first = ask()
    await settle()
    const later = [ask(), ask()]
    await settle()
    expect(open).toHaveLength(1)
    open[0]?.resolve(1)
    expect(await first).toBe(1)
    await settle()
    open[1]?.resolve(2)
    expect(await Promise.all(later)).toEqual([2, 2])
  })

  it('that fails says so to those who share it, and not to those after', async () => {
    const { open, ask } = readings()
    const failing = [ask(), ask()]
    await settle()
    const after = ask()
    open[0]?.reject(new Error('gone'))
    for (const each of failing) await expect(each).rejects.toThrow('gone')
    await settle()
    open[1]?.resolve(2)
    expect(await after).toBe(2)
  })
})

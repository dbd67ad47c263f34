import { closeSync, fdatasyncSync, openSync, unlinkSync, writeSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { median } from './statistics.ts'

/** On what the figures were taken. */
export interface Machine {
  readonly processor: string
  readonly cores: number
  readonly memoryGb: number
  readonly node: string
  /** The median cost of making one written page durable in the bench's folder, ms. */
  readonly syncMs: number
  /** Processes that wanted a core in the last minute before the run: what else was going on. */
  readonly load: number
}

export function machine(folder: string): Machine {
  return {
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGb: totalmem() / 2 ** 30,
    node: process.version,
    syncMs: syncCost(folder),
    load: loadavg()[0] ?? Number.NaN,
  }
}

const SYNCS = 200
const PAGE = Buffer.alloc(4_096, 1)

function syncCost(folder: string): number {
  const path = join(folder, 'sync')
  const file = openSync(path, 'w')
  try {
    const times = Array.from({ length: SYNCS }, () => {
      const began = performance.now()
      writeSync(file, PAGE)
      fdatasyncSync(file)
      return performance.now() - began
    })
    return median(times)
  } finally {
    closeSync(file)
    unlinkSync(path)
  }
}

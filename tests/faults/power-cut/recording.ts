import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { seeded } from '../seeded.ts'
import { Disk, type Policy } from './disk.ts'
import { survivorsOf } from './survivors.ts'
import { type DiskEvent, readTrace, traced } from './trace.ts'

export const CUTS = 150
export const SEED = 7
export const DATABASE = 'okno.sqlite'
const WRITER = join(import.meta.dirname, 'writer.ts')

/** What the writer did to its disk and noted, in order. */
export type Recording = readonly DiskEvent[]

/**
 * Runs the writer in `folder`, with some of its system calls failing where `inject` says so, in strace's
 * words. Rebuilt to its end, the recording must give what lies in the folder, so nothing was missed.
 */
export function record(
  folder: string,
  writer: 'ours' | 'careless',
  inject: readonly string[] = [],
): Recording {
  const [data, notes, log] = [join(folder, 'data'), join(folder, 'notes'), join(folder, 'trace')]
  mkdirSync(data)
  traced(WRITER, [data, notes, writer], log, inject)
  const events = readTrace(log, data, notes)
  const disk = new Disk()
  for (const event of events) disk.apply(event)
  const rebuilt = disk.seen()
  for (const file of [DATABASE, `${DATABASE}-wal`]) {
    const bytes = rebuilt.get(file)
    if (bytes?.equals(readFileSync(join(data, file))) !== true)
      throw new Error(`${file}: the recording has missed something`)
  }
  return events
}

export function notesOf(events: Recording, what: 'kept' | 'answered' | 'refused'): string[] {
  return events.flatMap((each) =>
    each.kind === 'noted' && each.line.startsWith(`${what} `) ? [each.line.slice(what.length + 1)] : [],
  )
}

/** Cuts at which something acknowledged was missing, and whatever was unsound. */
export interface Losses {
  readonly lost: string[]
  readonly faults: string[]
}

/** Lets the power go at `CUTS` instants after the first note. */
export function cutAnywhere(folder: string, events: Recording, policy: Policy): Losses {
  const random = seeded(SEED)
  const first = events.findIndex(({ kind }) => kind === 'noted') + 1
  const cuts = Array.from({ length: CUTS }, () => first + Math.floor(random() * (events.length - first)))
  const disk = new Disk()
  const acknowledged: string[] = []
  const losses: Losses = { lost: [], faults: [] }
  for (const [index, event] of events.entries()) {
    for (const cut of cuts) {
      if (cut !== index) continue
      const survivors = survivorsOf(disk.afterCut(policy, random), join(folder, 'after'))
      losses.faults.push(...survivors.faults.map((fault) => `at ${cut}: ${fault}`))
      const missing = acknowledged.filter((line) => {
        const [what, key = ''] = line.split(' ')
        return !(what === 'kept' ? survivors.kept : survivors.answered).has(key)
      })
      if (missing.length > 0) losses.lost.push(`at ${cut}: ${missing.length}, ${missing[0]} first`)
    }
    disk.apply(event)
    if (event.kind === 'noted' && !event.line.startsWith('refused ')) acknowledged.push(event.line)
  }
  return losses
}

/** One line to read by machine. */
export function report(name: string, policy: Policy, events: Recording, losses: Losses): void {
  const count = (wanted: DiskEvent['kind']) => events.filter(({ kind }) => kind === wanted).length
  const [kept, answered, refused] = (['kept', 'answered', 'refused'] as const).map(
    (what) => notesOf(events, what).length,
  )
  const did = { kept, answered, refused, syncs: count('sync'), failedSyncs: count('sync-failed') }
  const found = { cutsThatLose: losses.lost.length, faults: losses.faults.length }
  const line = { name, policy, seed: SEED, cuts: CUTS, ...did, ...found }
  process.stderr.write(`power-cut ${JSON.stringify(line)}\n`)
}

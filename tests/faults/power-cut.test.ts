import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { describeWhere } from './needs.ts'
import { Disk, type Policy } from './power-cut/disk.ts'
import { survivorsOf } from './power-cut/survivors.ts'
import { type DiskEvent, hasStrace, readTrace, traced } from './power-cut/trace.ts'
import { seeded } from './seeded.ts'

const CUTS = 150
const SEED = 7
const DATABASE = 'okno.sqlite'
const WRITER = join(import.meta.dirname, 'power-cut', 'writer.ts')

/**
 * `kill -9` proves nothing about a power cut: what a killed process wrote is still in the system's
 * memory. Here every write and every sync of a process is recorded, and the files are rebuilt as a disk
 * would hold them that lost its power at some instant.
 */
describeWhere(
  hasStrace(),
  'strace',
  'apt-get install strace',
)('a power cut', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'okno-power-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it.each<Policy>(['all-lost', 'some-kept'])('loses nothing that was acknowledged: %s', (policy) => {
    const events = record('ours')
    const told = events.findIndex(({ kind }) => kind === 'noted')
    const carriedOver = events.slice(told).filter((each) => each.kind === 'write' && each.file === DATABASE)
    expect(carriedOver.length).toBeGreaterThan(200)
    expect(events.filter(({ kind }) => kind === 'noted').length).toBeGreaterThan(400)
    const { lost, faults } = cutAnywhere(events, policy)
    report('ours', policy, events, { lost, faults })
    expect(faults).toEqual([])
    expect(lost).toEqual([])
  })

  it('does lose something with synchronous=NORMAL: these tests can see a loss', () => {
    const events = record('careless')
    const { lost, faults } = cutAnywhere(events, 'all-lost')
    report('careless', 'all-lost', events, { lost, faults })
    expect(faults).toEqual([])
    expect(lost.length).toBeGreaterThan(20)
  })

  /** What the writer did; rebuilt to its end, that is what lies in its folder, so nothing was missed. */
  function record(writer: 'ours' | 'careless'): DiskEvent[] {
    const data = join(folder, 'data')
    const [notes, log] = [join(folder, 'notes'), join(folder, 'trace')]
    mkdirSync(data)
    traced(WRITER, [data, notes, writer], log)
    const events = readTrace(log, data, notes)
    const disk = new Disk()
    for (const event of events) disk.apply(event)
    const rebuilt = disk.seen()
    expect(new Set(rebuilt.keys())).toEqual(new Set([DATABASE, `${DATABASE}-wal`]))
    for (const [file, bytes] of rebuilt) {
      expect({ file, same: bytes.equals(readFileSync(join(data, file))) }).toEqual({ file, same: true })
    }
    return events
  }

  function cutAnywhere(events: readonly DiskEvent[], policy: Policy): Losses {
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
      if (event.kind === 'noted') acknowledged.push(event.line)
    }
    return losses
  }
})

/** Cuts at which something acknowledged was missing, and whatever was unsound. */
interface Losses {
  readonly lost: string[]
  readonly faults: string[]
}

/** One line to read by machine. */
function report(writer: string, policy: Policy, events: readonly DiskEvent[], losses: Losses): void {
  const count = (wanted: DiskEvent['kind']) => events.filter(({ kind }) => kind === wanted).length
  const counted = { seed: SEED, cuts: CUTS, acknowledged: count('noted'), syncs: count('sync') }
  const found = { cutsThatLose: losses.lost.length, faults: losses.faults.length }
  process.stderr.write(`power-cut ${JSON.stringify({ writer, policy, ...counted, ...found })}\n`)
}

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { describeWhere } from './needs.ts'
import type { Policy } from './power-cut/disk.ts'
import { cutAnywhere, DATABASE, notesOf, type Recording, record, report } from './power-cut/recording.ts'
import { hasStrace } from './power-cut/trace.ts'

const POLICIES: readonly Policy[] = ['all-lost', 'some-kept']
const withStrace = describeWhere(hasStrace(), 'strace', 'apt-get install strace')

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'okno-power-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/**
 * `kill -9` proves nothing about a power cut: what a killed process wrote is still in the system's
 * memory. Here every write and every sync of a process is recorded, and the files are rebuilt as a disk
 * would hold them that lost its power at some instant.
 */
withStrace('a power cut', () => {
  it('loses nothing that was acknowledged', () => {
    const events = record(folder, 'ours')
    expect(notesOf(events, 'kept').length).toBeGreaterThan(250)
    expect(notesOf(events, 'answered').length).toBeGreaterThan(250)
    expect(notesOf(events, 'refused')).toEqual([])
    expect(carriedOver(events)).toBeGreaterThan(200)
    for (const policy of POLICIES) {
      const losses = cutAnywhere(folder, events, policy)
      report('ours', policy, events, losses)
      expect({ policy, ...losses }).toEqual({ policy, lost: [], faults: [] })
    }
  })

  it('does lose something with synchronous=NORMAL: these tests can see a loss', () => {
    const events = record(folder, 'careless')
    const { lost, faults } = cutAnywhere(folder, events, 'all-lost')
    report('careless', 'all-lost', events, { lost, faults })
    expect(faults).toEqual([])
    expect(lost.length).toBeGreaterThan(20)
  })
})

/** Nor does a disk lose anything that reports an error now and then, and then loses its power. */
withStrace('a failing disk', () => {
  it.each([
    ['a sync', 'fsync,fdatasync:error=EIO:when=20+7'],
    ['a write', 'pwrite64:error=EIO:when=200+97'],
    ['a write for want of room', 'pwrite64:error=ENOSPC:when=200+89'],
  ])('is never said to have kept what it has not: %s fails', (name, inject) => {
    const events = record(folder, 'ours', ['-e', `inject=${inject}`])
    expect(notesOf(events, 'refused').length).toBeGreaterThan(20)
    expect(notesOf(events, 'kept').length).toBeGreaterThan(100)
    for (const policy of POLICIES) {
      const losses = cutAnywhere(folder, events, policy)
      report(`ours, ${name} fails`, policy, events, losses)
      expect({ policy, ...losses }).toEqual({ policy, lost: [], faults: [] })
    }
  })
})

/** So many pages were moved from the log into the file after the first acknowledgement. */
function carriedOver(events: Recording): number {
  const first = events.findIndex(({ kind }) => kind === 'noted')
  return events.slice(first).filter((each) => each.kind === 'write' && each.file === DATABASE).length
}

import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmdirSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface SmallDisk {
  readonly folder: string
  /** Takes what room there is, to the last byte. */
  fill(): void
  free(): void
  remove(): void
}

/** A disk of its own, in memory; undefined where nobody may mount one. */
export function mountSmallDisk(megabytes: number): SmallDisk | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'okno-small-'))
  const { status } = spawnSync('/bin/mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'okno-test', folder])
  if (status !== 0) {
    rmdirSync(folder)
    return undefined
  }
  const filler = join(folder, 'filler')
  return {
    folder,
    fill: () => fillUp(filler),
    free: () => rmSync(filler),
    remove: () => {
      spawnSync('/bin/umount', ['--lazy', folder])
      rmdirSync(folder)
    },
  }
}

function fillUp(file: string): void {
  const fd = openSync(file, 'w')
  try {
    for (const block of [65_536, 4_096]) writeUntilFull(fd, Buffer.alloc(block))
  } finally {
    closeSync(fd)
  }
}

function writeUntilFull(fd: number, block: Buffer): void {
  try {
    while (writeSync(fd, block) === block.length);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
  }
}

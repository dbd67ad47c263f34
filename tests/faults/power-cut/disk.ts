import type { DiskEvent } from './trace.ts'

type Change = Extract<DiskEvent, { readonly kind: 'write' | 'truncate' }>
type NameChange = { readonly name: string; readonly file: FileOnDisk | undefined }

interface FileOnDisk {
  durable: Buffer
  pending: Change[]
  /** All that was ever done to it: what a reader sees with the power on. */
  readonly all: Change[]
}

export type Contents = ReadonlyMap<string, Buffer>

/** What was not synced when the power went: it is lost; or, by chance, some of it is kept, whole or torn. */
export type Policy = 'all-lost' | 'some-kept'

const SECTOR = 512

/**
 * A disk that promises what POSIX does and no more: data is there once its file was synced, a name once
 * its folder was. What a failed sync should have saved is taken for lost, though readers see it: systems
 * forget that it was never written, and the next sync succeeds without it.
 */
export class Disk {
  readonly #names = new Map<string, FileOnDisk>()
  readonly #durableNames = new Map<string, FileOnDisk>()
  #pendingNames: NameChange[] = []

  apply(event: DiskEvent): void {
    switch (event.kind) {
      case 'create':
        if (!this.#names.has(event.file)) this.#name(event.file, emptyFile())
        break
      case 'unlink':
        this.#name(event.file, undefined)
        break
      case 'write':
      case 'truncate':
        this.#file(event.file).pending.push(event)
        this.#file(event.file).all.push(event)
        break
      case 'sync-failed':
        this.#file(event.file).pending = []
        break
      case 'sync': {
        const file = this.#file(event.file)
        file.durable = changedBy(file.durable, file.pending)
        file.pending = []
        break
      }
      case 'sync-folder':
        for (const { name, file } of this.#pendingNames) setName(this.#durableNames, name, file)
        this.#pendingNames = []
        break
      case 'noted':
    }
  }

  /** What a reader finds now, with the power on. */
  seen(): Contents {
    return new Map([...this.#names].map(([name, file]) => [name, changedBy(Buffer.alloc(0), file.all)]))
  }

  /** What a reader finds when the power is back, if it went now. */
  afterCut(policy: Policy, random: () => number): Contents {
    const names = new Map(this.#durableNames)
    if (policy === 'some-kept') {
      for (const { name, file } of this.#pendingNames) if (random() < 0.5) setName(names, name, file)
    }
    const kept = ({ pending }: FileOnDisk) => (policy === 'all-lost' ? [] : someOf(pending, random))
    return new Map([...names].map(([name, file]) => [name, changedBy(file.durable, kept(file))]))
  }

  #name(name: string, file: FileOnDisk | undefined): void {
    setName(this.#names, name, file)
    this.#pendingNames.push({ name, file })
  }

  #file(name: string): FileOnDisk {
    const file = this.#names.get(name)
    if (file === undefined) throw new Error(`${name} was never created`)
    return file
  }
}

const emptyFile = (): FileOnDisk => ({ durable: Buffer.alloc(0), pending: [], all: [] })

function setName(names: Map<string, FileOnDisk>, name: string, file: FileOnDisk | undefined): void {
  if (file === undefined) names.delete(name)
  else names.set(name, file)
}

/** Half of the changes, in their order; a fifth of these writes ends at some sector. */
function someOf(changes: readonly Change[], random: () => number): Change[] {
  return changes.flatMap((change) => {
    if (random() < 0.5) return []
    if (change.kind !== 'write' || change.data.length <= SECTOR || random() > 0.2) return [change]
    const sectors = 1 + Math.floor(random() * (Math.ceil(change.data.length / SECTOR) - 1))
    return [{ ...change, data: change.data.subarray(0, sectors * SECTOR) }]
  })
}

function changedBy(before: Buffer, changes: readonly Change[]): Buffer {
  if (changes.length === 0) return before
  const ends = changes.map((each) => (each.kind === 'write' ? each.offset + each.data.length : each.size))
  const room = Buffer.alloc(Math.max(before.length, ...ends))
  before.copy(room)
  let size = before.length
  for (const change of changes) {
    if (change.kind === 'write') {
      change.data.copy(room, change.offset)
      size = Math.max(size, change.offset + change.data.length)
    } else {
      room.fill(0, Math.min(size, change.size))
      size = change.size
    }
  }
  return room.subarray(0, size)
}

import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'

/** What a process did to one folder and to its notes, in order. */
export type DiskEvent =
  | { readonly kind: 'create' | 'unlink' | 'sync' | 'sync-failed'; readonly file: string }
  | { readonly kind: 'write'; readonly file: string; readonly offset: number; readonly data: Buffer }
  | { readonly kind: 'truncate'; readonly file: string; readonly size: number }
  | { readonly kind: 'sync-folder' }
  /** A line in the notes: from here on the world outside has been told. */
  | { readonly kind: 'noted'; readonly line: string }

const CALLS = [
  'openat,open,creat,pwrite64,pwritev,pwritev2,write,writev,fsync,fdatasync,sync_file_range',
  'ftruncate,truncate,fallocate,copy_file_range,unlink,unlinkat,rename,renameat,renameat2',
].join(',')

const SYNC = /^f(data)?sync$/

export function hasStrace(): boolean {
  return spawnSync('strace', ['-V']).status === 0
}

/**
 * Runs a Node script under strace, which follows its first thread only: SQLite writes from no other.
 * That nothing is missed is checked by whoever rebuilds the files. `more` are options of strace's.
 */
export function traced(script: string, args: readonly string[], log: string, more: readonly string[]): void {
  const node = [process.execPath, '--disable-warning=ExperimentalWarning', script, ...args]
  const strace = ['-y', '-xx', '-s', '10000000', '-e', `trace=${CALLS}`, '-o', log, ...more, ...node]
  const { status, stderr } = spawnSync('strace', strace, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`the traced process ended with ${status}: ${stderr}`)
}

/** Reads the log of `traced`. SQLite's shared memory (`-shm`) need not survive and is left out. */
export function readTrace(log: string, folder: string, notes: string): DiskEvent[] {
  const isOurs = (path: string) => dirname(path) === folder && !path.endsWith('-shm')
  const events: DiskEvent[] = []
  for (const line of readFileSync(log, 'latin1').split('\n')) {
    const call = /^(\w+)\((.*)\) += (-?\d+)/.exec(line)
    if (call === null) continue
    const [, name = '', args = '', result] = call
    const hasFailed = Number(result) < 0
    if (hasFailed && !SYNC.test(name)) continue
    const strings = stringsOf(args)
    const [first] = strings
    const path = first?.toString() ?? ''
    if (path === notes && name === 'write') {
      events.push({ kind: 'noted', line: (strings[1] ?? Buffer.alloc(0)).toString().trim() })
    } else if (path === folder && SYNC.test(name)) {
      if (!hasFailed) events.push({ kind: 'sync-folder' })
    } else if (name === 'openat') {
      // The folder of the call, and what is opened in it.
      const opened = (strings[1] ?? '').toString()
      if (isOurs(opened) && args.includes('O_CREAT')) events.push({ kind: 'create', file: basename(opened) })
    } else if (isOurs(path)) {
      events.push(changed(name, basename(path), args, strings, Number(result)))
    }
  }
  return events
}

function changed(
  name: string,
  file: string,
  args: string,
  strings: readonly Buffer[],
  result: number,
): DiskEvent {
  const last = Number(args.slice(args.lastIndexOf(',') + 1))
  switch (name) {
    case 'pwrite64': {
      const data = strings[1] ?? Buffer.alloc(0)
      if (data.length !== result) throw new Error(`${file}: ${result} bytes written, ${data.length} seen`)
      return { kind: 'write', file, offset: last, data }
    }
    case 'fsync':
    case 'fdatasync':
      return { kind: result < 0 ? 'sync-failed' : 'sync', file }
    case 'ftruncate':
      return { kind: 'truncate', file, size: last }
    case 'unlink':
      return { kind: 'unlink', file }
    default:
      throw new Error(`${name} on ${file}: the replay does not know what that does`)
  }
}

/** Paths (`20<\x2f…>`) and strings (`"\x2f…"`), which strace writes in hexadecimal. */
function stringsOf(args: string): Buffer[] {
  return [...args.matchAll(/[<"]((?:\\x[0-9a-f]{2})*)[">]/g)].map(([, hex = '']) =>
    Buffer.from(hex.replaceAll('\\x', ''), 'hex'),
  )
}

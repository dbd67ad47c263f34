import type { Readable, Writable } from 'node:stream'

/** What a command has of the process. */
export interface Shell {
  readonly env: Readonly<Record<string, string | undefined>>
  /** The program's folder. */
  readonly root: string
  readonly stdin: Readable
  readonly stdout: Writable
  readonly stderr: Writable
  /** Resolves when the process is asked to stop. */
  readonly asked: Promise<void>
}

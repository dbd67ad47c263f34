import type { Log, LogFields } from '../src/contracts/log.ts'

export interface LogLine extends LogFields {
  readonly level: 'info' | 'warn' | 'alarm'
  readonly event: string
}

/** A log that a test can read. */
export function collectedLog(): Log & {
  readonly lines: readonly LogLine[]
  of(event: string): readonly LogLine[]
} {
  const lines: LogLine[] = []
  const at =
    (level: LogLine['level']) =>
    (event: string, fields: LogFields = {}): void =>
      void lines.push({ ...fields, level, event })
  return {
    info: at('info'),
    warn: at('warn'),
    alarm: at('alarm'),
    lines,
    of: (event) => lines.filter((line) => line.event === event),
  }
}

import type { z } from 'zod'
import type { Placed } from './draft.ts'
import type { ContentFault } from './fault.ts'
import { issueFaults } from './issues.ts'
import type { YamlFile } from './yaml-file.ts'
import type { Path } from './yaml-place.ts'

/** The one list or set of named entries that a file holds. */
export interface Section<Entry> {
  readonly key: string
  readonly file: z.ZodType
  readonly entry: z.ZodType<Entry>
}

export interface ReadSection<Entry> {
  readonly faults: readonly ContentFault[]
  /** Those that have no fault, whatever ails the others. */
  readonly entries: readonly Placed<Entry>[]
  /** What stands where an entry should, good or not, with its place. */
  readonly raw: readonly Placed<unknown>[]
}

export function readSection<Entry>(file: YamlFile, section: Section<Entry>): ReadSection<Entry> {
  const whole = section.file.safeParse(file.data)
  const raw = rawEntries(file, section.key)
  return {
    faults: whole.success ? [] : issueFaults(file, whole.error.issues),
    raw,
    entries: raw.flatMap(({ value, path }) => {
      const parsed = section.entry.safeParse(value)
      return parsed.success ? [{ value: parsed.data, file, path }] : []
    }),
  }
}

function rawEntries(file: YamlFile, key: string): Placed<unknown>[] {
  const held = property(file.data, key)
  if (typeof held !== 'object' || held === null) return []
  const entries: [Path[number], unknown][] = Array.isArray(held) ? [...held.entries()] : Object.entries(held)
  return entries.map(([step, value]) => ({ value, file, path: [key, step] }))
}

/** An own property of what may be anything. */
export function property(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return Object.getOwnPropertyDescriptor(value, key)?.value
}

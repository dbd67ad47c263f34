import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { z } from 'zod'
import { parseYaml, type YamlFile } from '../content/yaml-file.ts'
import { OknoError } from '../core/errors.ts'
import type { Locale } from '../core/locale.ts'
import { Settings } from './schema.ts'

/**
 * Reads the settings file; without one, everything has its default. Every fault is listed, with where
 * it is and its cure, in an OknoError SETTINGS_INVALID.
 */
export function readSettings(file: string, isRequired: boolean, locale: Locale): Settings {
  const source = readSource(file, isRequired)
  if (source === undefined || isBlank(source)) return Settings.parse({})
  const read = parseYaml(basename(file), source)
  if (!read.ok) {
    const list = read.faults.map(
      (f) => `  ${f.file}:${f.line}:${f.column}  ${f.problem[locale]}; ${f.cure[locale]}`,
    )
    throw new OknoError('SETTINGS_INVALID', { list: list.join('\n') })
  }
  const checked = Settings.safeParse(read.file.data)
  if (checked.success) return checked.data
  const list = checked.error.issues
    .flatMap((issue) => faultsOf(issue, read.file))
    .map((fault) => `  ${fault.in(locale)}`)
  throw new OknoError('SETTINGS_INVALID', { list: list.join('\n') })
}

function readSource(file: string, isRequired: boolean): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' && !isRequired) return undefined
    throw new OknoError('SETTINGS_ABSENT', { file }, { cause: error })
  }
}

/** Nothing but comments: the sample as it is delivered. */
const isBlank = (source: string): boolean => source.split('\n').every((line) => /^\s*(#.*)?$/.test(line))

function faultsOf(issue: z.core.$ZodIssue, file: YamlFile): OknoError[] {
  const path = issue.path.filter((step) => typeof step !== 'symbol')
  if (issue.code === 'unrecognized_keys') {
    const known = Object.keys(shapeAt(path)?.shape ?? {}).join(', ')
    return issue.keys.map((key) => {
      const { line, column } = file.places.ofKey([...path, key])
      return new OknoError('SETTING_UNKNOWN', {
        at: `${file.name}:${line}:${column}`,
        name: [...path, key].join('.'),
        known,
      })
    })
  }
  const { line, column } = file.places.of(path)
  const at = `${file.name}:${line}:${column}`
  const name = path.join('.')
  if (issue.code === 'invalid_value')
    return [new OknoError('SETTING_CHOICE', { at, name, known: issue.values.join(', ') })]
  return [new OknoError('SETTING_SHAPE', { at, name, cure: cureAt(path) })]
}

type Schema = z.core.$ZodType & { readonly shape?: Record<string, Schema>; readonly description?: string }
type Path = readonly (string | number)[]

function schemaAt(path: Path): Schema | undefined {
  let schema: Schema | undefined = Settings as unknown as Schema
  for (const step of path) {
    if (typeof step === 'number') return schema
    schema = unwrapped(schema)?.shape?.[step]
  }
  return schema
}

const shapeAt = (path: Path): Schema | undefined => unwrapped(schemaAt(path))

function unwrapped(schema: Schema | undefined): Schema | undefined {
  const inner = (schema as { def?: { innerType?: Schema } } | undefined)?.def?.innerType
  return inner === undefined ? schema : unwrapped(inner)
}

function cureAt(path: Path): string {
  const described = schemaAt(path)?.description
  if (described === undefined) return Object.keys(shapeAt(path)?.shape ?? {}).join(', ')
  const { ru, en } = JSON.parse(described) as Record<Locale, string>
  return `${ru} / ${en}`
}

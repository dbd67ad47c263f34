import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { z } from 'zod'
import { parseYaml, type YamlFile } from '../content/yaml-file.ts'
import { type FaultCode, OknoError } from '../core/errors.ts'
import { LOCALES, type Locale } from '../core/locale.ts'
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
    .flatMap((issue) => faultsOf(issue, read.file, locale))
    .sort((one, other) => one.line - other.line)
    .map(({ fault }) => `  ${fault.in(locale)}`)
  throw new OknoError('SETTINGS_INVALID', { list: list.join('\n') })
}

/** The language that the file asks for, however broken the rest is: its faults are told in it. */
export function languageIn(file: string): Locale | undefined {
  try {
    const [, language] = /^language: *["']?(ru|en)\b/m.exec(readFileSync(file, 'utf8')) ?? []
    return LOCALES.find((locale) => locale === language)
  } catch {
    return undefined
  }
}

function readSource(file: string, isRequired: boolean): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' && !isRequired) return undefined
    const why = (error as NodeJS.ErrnoException).code ?? 'unknown'
    throw new OknoError('SETTINGS_UNREADABLE', { file, why }, { cause: error })
  }
}

/** Nothing but comments: the sample as it is delivered. */
const isBlank = (source: string): boolean => source.split('\n').every((line) => /^\s*(#.*)?$/.test(line))

interface PlacedFault {
  readonly line: number
  readonly fault: OknoError
}

function faultsOf(issue: z.core.$ZodIssue, file: YamlFile, locale: Locale): PlacedFault[] {
  const path = issue.path.filter((step) => typeof step !== 'symbol')
  const placed = (place: Place, code: FaultCode, details: Details): PlacedFault => {
    const at = `${file.name}:${place.line}:${place.column}`
    return { line: place.line, fault: new OknoError(code, { at, ...details }) }
  }
  if (issue.code === 'unrecognized_keys') {
    const known = Object.keys(shapeAt(path)?.shape ?? {}).join(', ')
    return issue.keys.map((key) => {
      const name = [...path, key].join('.')
      return placed(file.places.ofKey([...path, key]), 'SETTING_UNKNOWN', { name, known })
    })
  }
  const name = path.join('.')
  const place = file.places.of(path)
  return issue.code === 'invalid_value'
    ? [placed(place, 'SETTING_CHOICE', { name, known: issue.values.join(', ') })]
    : [placed(place, 'SETTING_SHAPE', { name, cure: cureAt(path, locale) })]
}

type Place = ReturnType<YamlFile['places']['of']>
type Details = Readonly<Record<string, string>>
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

function cureAt(path: Path, locale: Locale): string {
  const described = schemaAt(path)?.description
  if (described === undefined) return Object.keys(shapeAt(path)?.shape ?? {}).join(', ')
  return (JSON.parse(described) as Record<Locale, string>)[locale]
}

import { oneLine } from './one-line.ts'
import { previewOf } from './preview.ts'

export interface Fields {
  readonly [name: string]: string | number | boolean | undefined
}

/** A field is a name or a code; what is longer has no place in a log. */
const LONGEST = 500

/**
 * Fields of a log line as they may be written: one line each, nothing in them that identifies a person,
 * whatever was handed over by mistake. The field's name counts as the word beside a number. Never throws.
 */
export function maskFields(fields: Fields): Fields {
  try {
    return Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [maskText(name), maskValue(name, value)]),
    )
  } catch {
    return { unreadable: true }
  }
}

/** A text of ours that goes into a log line: on one line, masked, cut. */
export function maskText(text: string): string {
  return previewOf(text, LONGEST)
}

function maskValue(name: string, value: unknown): Fields[string] {
  switch (typeof value) {
    case 'string':
      return maskNamed(name, value)
    case 'number':
    case 'bigint':
      return maskNumber(name, value)
    case 'boolean':
    case 'undefined':
      return value
    default:
      // An object has been handed over past the types: what is in it nobody knows.
      return `[${typeof value}]`
  }
}

/** Only a whole number can be somebody's; a number that is nobody's stays a number. */
function maskNumber(name: string, value: number | bigint): string | number {
  const written = String(value)
  const masked = typeof value === 'number' && !Number.isInteger(value) ? written : maskNamed(name, written)
  return masked === written && typeof value === 'number' ? value : masked
}

function maskNamed(name: string, value: string): string {
  const heading = `${oneLine(name).slice(0, 80)}: `
  const masked = maskText(heading + value)
  return masked.startsWith(heading) ? masked.slice(heading.length) : maskText(value)
}

import type { z } from 'zod'
import { type ContentFault, fault } from './fault.ts'
import { nearest } from './nearest.ts'
import { UNKNOWN_FIELD } from './schema.ts'
import { type Details, type FaultCode, WORDS } from './words.ts'
import type { YamlFile } from './yaml-file.ts'
import type { Path } from './yaml-place.ts'

type Issue = z.core.$ZodIssue

/** What a schema found wrong with a file, in an editor's words and at its place. */
export function issueFaults(file: YamlFile, issues: readonly Issue[]): ContentFault[] {
  return issues.flatMap((issue) => issueFault(file, issue))
}

function issueFault(file: YamlFile, issue: Issue): ContentFault[] {
  const path = plain(issue.path)
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownField(file, path, key, issue.message))
    case 'invalid_union':
      return issueFaults(file, closest(issue))
    case 'invalid_key':
      return [fault(file.name, file.places.ofKey(path), 'ID_FORM', { value: String(path.at(-1)) })]
    default: {
      const [code, details] = wording(issue, valueAt(file.data, path))
      return [fault(file.name, file.places.of(path), code, { name: nameOf(path) || file.name, ...details })]
    }
  }
}

function unknownField(file: YamlFile, path: Path, key: string, message: string): ContentFault {
  const known = message.startsWith(UNKNOWN_FIELD) ? message.slice(UNKNOWN_FIELD.length).split(' ') : []
  return fault(file.name, file.places.ofKey([...path, key]), 'UNKNOWN_FIELD', {
    name: key,
    nearest: nearest(key, known) ?? '',
    known: known.join(', '),
  })
}

/** Of the alternatives the one that went deepest: the one that was meant. */
function closest(issue: Extract<Issue, { code: 'invalid_union' }>): Issue[] {
  const depth = (issues: readonly Issue[]) => Math.max(0, ...issues.map(({ path }) => path.length))
  const [first = [], ...rest] = issue.errors
  const best = rest.reduce((a, b) => (depth(b) > depth(a) ? b : a), first)
  return best.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }))
}

function wording(issue: Issue, value: unknown): readonly [FaultCode, Details] {
  if (value === undefined) return ['MISSING_FIELD', {}]
  if (value === null) return ['EMPTY_FIELD', {}]
  if (isCode(issue.message)) return [issue.message, { value: String(value) }]
  if (issue.code === 'too_small') return ['EMPTY_FIELD', {}]
  if (issue.code === 'invalid_value') {
    return ['NOT_ONE_OF', { value: String(value), known: issue.values.map(String).join(', ') }]
  }
  return wrongType(issue, value)
}

function wrongType(issue: Issue, value: unknown): readonly [FaultCode, Details] {
  const expected = issue.code === 'invalid_type' ? issue.expected : 'string'
  if (expected === 'array') return ['NEEDS_LIST', {}]
  if (expected === 'boolean') return ['NEEDS_TRUE_FALSE', {}]
  if (expected === 'object' || expected === 'record') return ['NEEDS_FIELDS', {}]
  if (Array.isArray(value)) return ['TEXT_NOT_LIST', {}]
  return typeof value === 'object' ? ['TEXT_NOT_FIELDS', {}] : ['NEEDS_TEXT', {}]
}

const isCode = (message: string): message is FaultCode => Object.hasOwn(WORDS, message)

const plain = (path: readonly PropertyKey[]): Path =>
  path.map((step) => (typeof step === 'symbol' ? String(step) : step))

/** `examples.ru`, not the number of an item: that is what the line is for. */
function nameOf(path: Path): string {
  const names = path.filter((step) => typeof step === 'string')
  const [last = '', before] = [names.at(-1), names.at(-2)]
  return before !== undefined && (last === 'ru' || last === 'en') ? `${before}.${last}` : last
}

function valueAt(data: unknown, path: Path): unknown {
  let value = data
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
    value = (value as Readonly<Record<string | number, unknown>>)[step]
  }
  return value
}

import {
  type Document,
  type ErrorCode,
  isScalar,
  LineCounter,
  type Node,
  type ParsedNode,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml'
import { type ContentFault, fault } from './fault.ts'
import { readText, TOP } from './read-text.ts'
import type { FaultCode } from './words.ts'
import { YamlPlaces } from './yaml-place.ts'

/** One file, read: plain data, and where each piece of it was written. */
export interface YamlFile {
  /** Relative to the content's folder, with `/`. */
  readonly name: string
  readonly data: unknown
  readonly places: YamlPlaces
}

export type ReadYaml =
  | { readonly ok: true; readonly file: YamlFile }
  | { readonly ok: false; readonly faults: readonly ContentFault[] }

/** More would only hide the first ones, which the others follow from. */
const MAX_FAULTS = 20
/** Content needs five levels; each is a collection and a pair. */
const MAX_ANCESTORS = 24
const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])
/** Control characters, lone surrogates, and what turns the direction of writing. */
const FORBIDDEN_CHARACTER = /(?![\t\n\r])[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u

export function readYamlFile(folder: string, name: string): ReadYaml {
  const read = readText(folder, name)
  return read.ok ? parseYaml(name, read.text) : read
}

/** YAML 1.2 core without aliases, tags and directives: plain data, each piece written where it counts. */
export function parseYaml(name: string, source: string): ReadYaml {
  const lines = new LineCounter()
  const doc = parseDocument(source, {
    lineCounter: lines,
    prettyErrors: false,
    schema: 'core',
    version: '1.2',
    merge: false,
    stringKeys: false,
    logLevel: 'error',
  })
  const places = new YamlPlaces(source, doc.contents, lines)
  const broken = syntaxFaults(name, source, doc, places)
  const faults = broken.length > 0 ? broken : contentFaults(name, source, doc, places)
  if (faults.length > 0) return { ok: false, faults: faults.slice(0, MAX_FAULTS) }
  if (isNothing(doc.contents)) return { ok: false, faults: [fault(name, TOP, 'FILE_EMPTY')] }
  const data: unknown = doc.toJS({ maxAliasCount: 0 })
  return { ok: true, file: { name, data, places } }
}

/** One a line: the parser stumbles again and again over the same spot. */
function syntaxFaults(
  name: string,
  source: string,
  doc: Document.Parsed,
  places: YamlPlaces,
): ContentFault[] {
  const problems: readonly YAMLError[] = [...doc.errors, ...doc.warnings]
  const deep = problems.find(({ code }) => code === 'RESOURCE_EXHAUSTION')
  const faults = new Map<number, ContentFault>()
  for (const problem of deep ? [deep] : problems) {
    const [offset] = problem.pos
    const at = places.offset(offset)
    const rest = source.slice(offset).split(/\r?\n/, 1)[0] ?? ''
    if (faults.has(at.line)) continue
    const code = meaning(problem, source.slice(0, offset), rest)
    faults.set(at.line, fault(name, at, code, { key: rest.split(':', 1)[0] ?? '' }))
  }
  if (doc.directives.yaml.explicit === true && doc.directives.yaml.version !== '1.2') {
    faults.set(1, fault(name, TOP, 'YAML_DIRECTIVE'))
  }
  return [...faults.values()]
}

/** What the editor did, where the parser's code alone does not tell. */
function meaning({ code, message }: YAMLError, before: string, rest: string): FaultCode {
  if (code === 'BAD_INDENT' && message.startsWith('Flow ')) return 'YAML_UNCLOSED'
  if (code === 'BLOCK_AS_IMPLICIT_KEY' && !rest.includes(': ')) return 'YAML_INDENT'
  if (code === 'UNEXPECTED_TOKEN' && /["']$/.test(before.trimEnd())) return 'YAML_AFTER_QUOTE'
  return SYNTAX[code]
}

/** What is YAML, and has no business in content. */
function contentFaults(
  name: string,
  source: string,
  doc: Document.Parsed,
  places: YamlPlaces,
): ContentFault[] {
  const faults: ContentFault[] = []
  const add = (at: number, code: FaultCode, details?: Record<string, string>) =>
    faults.push(fault(name, places.offset(at), code, details))
  visit(doc, {
    Alias: (_key, alias) => void add(start(alias), 'YAML_ALIAS'),
    Collection: (_key, collection, ancestors) => {
      if (ancestors.length <= MAX_ANCESTORS) return undefined
      add(start(collection), 'YAML_DEEP')
      return visit.BREAK
    },
    Pair: (_key, { key }) => {
      if (!isScalar(key)) add(start(key), 'KEY_NOT_TEXT')
      else if (FORBIDDEN_KEYS.has(String(key.value)))
        add(start(key), 'KEY_FORBIDDEN', { key: String(key.value) })
    },
    Scalar: (_key, scalar) => {
      const character = FORBIDDEN_CHARACTER.exec(String(scalar.value))?.[0]
      if (character === undefined) return
      const [from, to] = scalar.range ?? [0, 0, 0]
      const written = source.slice(from, to).indexOf(character)
      add(from + Math.max(0, written), 'CHARACTER_FORBIDDEN', { character: codePoint(character) })
    },
  })
  return faults
}

const start = (node: unknown): number => (node as Node | null)?.range?.[0] ?? 0

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

const isNothing = (contents: ParsedNode | null): boolean =>
  contents === null || (isScalar(contents) && contents.value === null)

const SYNTAX: Readonly<Record<ErrorCode, FaultCode>> = {
  ALIAS_PROPS: 'YAML_ALIAS',
  BAD_ALIAS: 'YAML_ALIAS',
  BAD_COLLECTION_TYPE: 'YAML_TAG',
  BAD_DIRECTIVE: 'YAML_DIRECTIVE',
  BAD_DQ_ESCAPE: 'YAML_ESCAPE',
  BAD_INDENT: 'YAML_INDENT',
  BAD_PROP_ORDER: 'YAML_SYNTAX',
  BAD_SCALAR_START: 'YAML_START',
  BLOCK_AS_IMPLICIT_KEY: 'YAML_COLON',
  BLOCK_IN_FLOW: 'YAML_UNCLOSED',
  DUPLICATE_KEY: 'YAML_DUPLICATE_KEY',
  IMPOSSIBLE: 'YAML_SYNTAX',
  KEY_OVER_1024_CHARS: 'YAML_COLON',
  MISSING_CHAR: 'YAML_UNCLOSED',
  MULTILINE_IMPLICIT_KEY: 'YAML_UNCLOSED',
  MULTIPLE_ANCHORS: 'YAML_ALIAS',
  MULTIPLE_DOCS: 'YAML_SEVERAL',
  MULTIPLE_TAGS: 'YAML_TAG',
  NON_STRING_KEY: 'KEY_NOT_TEXT',
  RESOURCE_EXHAUSTION: 'YAML_DEEP',
  TAB_AS_INDENT: 'YAML_TAB',
  TAG_RESOLVE_FAILED: 'YAML_TAG',
  UNEXPECTED_TOKEN: 'YAML_SYNTAX',
}

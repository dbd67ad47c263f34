import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import * as schema from './schema.ts'

/** Name of the schema, and the files it is for. */
const SCHEMAS = {
  topics: schema.topicsFile,
  facts: schema.factsFile,
  intents: schema.intentsFile,
  phrases: schema.phrasesFile,
  lexicon: schema.lexiconFile,
  synonyms: schema.synonymsFile,
  background: schema.backgroundFile,
  tests: schema.testsFile,
} as const

/**
 * JSON Schemas by file name, from which an editor's YAML plug-in completes and explains. Draft 7 is
 * what those plug-ins read.
 */
export function exportSchemas(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(SCHEMAS).map(([name, file]) => {
      const exported = z.toJSONSchema(file, { target: 'draft-7', io: 'input' })
      return [`${name}.schema.json`, pretty(exported)]
    }),
  )
}

/** Writes them into `folder`; returns how many. */
export function writeSchemas(folder: string): number {
  const schemas = exportSchemas()
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of schemas) writeFileSync(join(folder, name), text)
  return schemas.size
}

const LINE = 110
const LIST_OF_TEXTS = /^(?<indent> *)(?<key>"[^"\n]*": )\[\n(?<items>[^[\]{}]*)\n *\]/gm

/** As the house's formatter writes JSON: a list of texts in one line where it fits. */
function pretty(value: unknown): string {
  const text = JSON.stringify(value, null, 2).replace(LIST_OF_TEXTS, (whole, indent, key, items: string) => {
    const line = `${indent}${key}[${items.trim().split(/,\n */).join(', ')}]`
    return line.length < LINE ? line : whole
  })
  return `${text}\n`
}

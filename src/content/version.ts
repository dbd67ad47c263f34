import { createHash } from 'node:crypto'
import type { Content } from '../core/content.ts'

/** The hash of all that is in it: the same content has the same version wherever it was loaded. */
export function versionOf(content: Omit<Content, 'version'>): string {
  const { topics, intents, phrases, lexicon, synonyms, background } = content
  const everything = {
    topics: [...topics.values()],
    intents: [...intents.values()],
    phrases,
    lexicon,
    synonyms,
    background,
  }
  return createHash('sha256').update(canonicalJson(everything)).digest('hex')
}

/** JSON in which the order of an object's fields does not show. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}

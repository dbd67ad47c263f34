import type { Localized } from '../core/locale.ts'
import { type Details, type FaultCode, WORDS } from './words.ts'

/** Where something stands in a file, both counted from 1, the column in UTF-16 units. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** What an editor is told: where, what is wrong, and what to do about it. Also used for warnings. */
export interface ContentFault extends Position {
  readonly code: FaultCode
  /** Relative to the content's folder, with `/`. */
  readonly file: string
  readonly problem: Localized
  readonly cure: Localized
}

/** What does not keep content from going live. */
const ONLY_WARNED: ReadonlySet<FaultCode> = new Set([
  'ANSWER_LONG',
  'FACT_TWICE',
  'FACTS_DIFFER',
  'FACTS_UNUSED',
  'FILE_ENDING',
  'HTML_TAG',
  'TEST_IS_EXAMPLE',
  'TOPIC_EXPIRED',
])

export function fault(file: string, at: Position, code: FaultCode, details: Details = {}): ContentFault {
  const words = WORDS[code]
  const [problemRu, cureRu] = words.ru(details)
  const [problemEn, cureEn] = words.en(details)
  return {
    code,
    file,
    line: at.line,
    column: at.column,
    problem: { ru: problemRu, en: problemEn },
    cure: { ru: cureRu, en: cureEn },
  }
}

/** Faults and warnings apart, each in the order of the files. */
export function sift(found: readonly ContentFault[]): {
  readonly faults: readonly ContentFault[]
  readonly warnings: readonly ContentFault[]
} {
  const sorted = [...found].sort(byPlace)
  return {
    faults: sorted.filter(({ code }) => !ONLY_WARNED.has(code)),
    warnings: sorted.filter(({ code }) => ONLY_WARNED.has(code)),
  }
}

function byPlace(a: ContentFault, b: ContentFault): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1
  return a.line - b.line || a.column - b.column
}

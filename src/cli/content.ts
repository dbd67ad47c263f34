import { fileURLToPath } from 'node:url'
import { checkContent } from '../content/check.ts'
import { writeSchemas } from '../content/schema-export.ts'
import { counted, REPORT_WORDS } from '../content/words-of-report.ts'
import type { Locale } from '../core/locale.ts'

export interface ContentCommandIo {
  readonly write: (text: string) => void
  /** The one that the gateway serves from. */
  readonly folder: () => string
  readonly locale: Locale
  /** ms UTC. */
  readonly now: number
}

const SCHEMA_FOLDER = fileURLToPath(new URL('../../docs/schema', import.meta.url))

/**
 * `npm run content`: checks faq/ and intents/ of the gateway, or of the folder named. `--schema` writes the
 * editors' schemas anew. The exit code is 0 when the content may go live, 1 when not, 2 for a wrong call.
 */
export function contentCommand(args: readonly string[], io: ContentCommandIo): number {
  const { write, locale, now } = io
  const [named, ...more] = args.filter((arg) => !arg.startsWith('-'))
  const flags = args.filter((arg) => arg.startsWith('-'))
  if (more.length > 0 || flags.some((flag) => flag !== '--schema')) {
    write(`${REPORT_WORDS.usage[locale]()}\n`)
    return 2
  }
  if (flags.includes('--schema')) {
    write(`${REPORT_WORDS.schemas[locale](counted(locale, writeSchemas(SCHEMA_FOLDER), 'schemas'))}\n`)
  }
  const report = checkContent(named ?? io.folder(), locale, now)
  write(report.text)
  return report.ok ? 0 : 1
}

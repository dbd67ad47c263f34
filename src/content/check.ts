import { LOCALES, type Locale } from '../core/locale.ts'
import type { Draft } from './draft.ts'
import { type ContentFault, sift } from './fault.ts'
import { lint } from './lint.ts'
import { type LoadedTests, loadTests } from './load-tests.ts'
import { readDraft } from './read-draft.ts'
import { counted, REPORT_WORDS } from './words-of-report.ts'

export interface ContentReport {
  readonly text: string
  readonly ok: boolean
}

/** What an editor reads after saving: every fault with its place and cure, then what there is. */
export function checkContent(folder: string, locale: Locale, now: number): ContentReport {
  const { draft, found } = readDraft(folder)
  const tests = loadTests(folder, draft)
  const { faults, warnings } = sift([...found, ...lint(draft, now), ...tests.faults, ...tests.warnings])
  const ok = faults.length === 0
  const parts = [
    faults.map((one) => faultLine(one, locale)),
    warnings.length > 0
      ? [REPORT_WORDS.warnings[locale](), ...warnings.map((one) => faultLine(one, locale))]
      : [],
    [summary(locale, faults.length, inventory(draft, tests, locale))],
  ]
  const text = parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')
  return { text: `${text}\n`, ok }
}

/** `faq/contacts.yaml:12:7  what is wrong — what to do`. Editors and terminals jump to such a place. */
export function faultLine(one: ContentFault, locale: Locale): string {
  return `${one.file}:${one.line}:${one.column}  ${one.problem[locale]} — ${one.cure[locale]}`
}

function summary(locale: Locale, faults: number, list: string): string {
  if (faults === 0) return REPORT_WORDS.good[locale](list)
  return `${REPORT_WORDS.bad[locale](counted(locale, faults, 'faults'))}: ${list}.`
}

function inventory(draft: Draft, { tests }: LoadedTests, locale: Locale): string {
  const examples = [...draft.topics, ...draft.intents].flatMap(({ value }) =>
    LOCALES.map((each) => value.examples[each].length),
  )
  return [
    counted(locale, draft.topics.length, 'topics'),
    counted(locale, draft.intents.length, 'intents'),
    counted(
      locale,
      examples.reduce((sum, count) => sum + count, 0),
      'examples',
    ),
    counted(locale, draft.facts.size, 'facts'),
    counted(locale, tests.length, 'tests'),
  ].join(', ')
}

import type { Draft } from './draft.ts'
import type { ContentFault } from './fault.ts'
import { byHand } from './lint/by-hand.ts'
import { citations } from './lint/citations.ts'
import { dates } from './lint/dates.ts'
import { examples } from './lint/examples.ts'
import { facts } from './lint/facts.ts'
import { limits } from './lint/limits.ts'
import { markup } from './lint/markup.ts'
import { names } from './lint/names.ts'
import { options } from './lint/options.ts'
import type { LintRule } from './lint/rule.ts'
import { synonyms } from './lint/synonyms.ts'

const RULES: readonly LintRule[] = [
  names,
  options,
  examples,
  synonyms,
  citations,
  facts,
  byHand,
  markup,
  limits,
  dates,
]

/** What is well formed and makes no sense. `now` is ms UTC; without it nothing counts as expired. */
export function lint(draft: Draft, now: number | undefined): readonly ContentFault[] {
  return RULES.flatMap((rule) => rule(draft, now))
}

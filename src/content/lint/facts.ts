import { LOCALES } from '../../core/locale.ts'
import type { Draft, Placed } from '../draft.ts'
import { citations, factValue, factValues } from '../facts.ts'
import type { ContentFault } from '../fault.ts'
import type { FactEntry } from '../schema.ts'
import { digitsOf } from './phone.ts'
import { faultAt, inside, type LintRule, told } from './rule.ts'
import { sayings } from './wordings.ts'

/** Facts that are no such thing, are there twice, or serve nobody. */
export const facts: LintRule = (draft) => [...misshapen(draft), ...twice(draft), ...unused(draft)]

function misshapen(draft: Draft): ContentFault[] {
  return [...draft.facts.values()].flatMap((fact) => {
    const { kind } = fact.value
    return factValues(fact)
      .filter((value) => !looksLike(kind, value))
      .map((value) => faultAt(inside(fact, 'value'), 'FACT_FORM', { value, kind }))
  })
}

function looksLike(kind: FactEntry['kind'], value: string): boolean {
  if (kind === 'phone') return digitsOf(value).length >= 3
  if (kind === 'link') return /^https:\/\/\S+$/.test(value)
  if (kind === 'email') return /^[^\s@]+@[^\s@]+$/.test(value)
  return true
}

function twice(draft: Draft): ContentFault[] {
  const firsts = new Map<string, Placed<FactEntry>>()
  return [...draft.facts.values()].flatMap((fact) => {
    if (fact.value.kind !== 'phone') return []
    const number = digitsOf(factValue(fact, 'ru'))
    const first = firsts.get(number)
    if (first === undefined) {
      firsts.set(number, fact)
      return []
    }
    return [faultAt(inside(fact, 'value'), 'FACT_TWICE', { name: String(first.path[1]), other: told(first) })]
  })
}

function unused(draft: Draft): ContentFault[] {
  const used = new Set(
    sayings(draft).flatMap(({ text }) =>
      LOCALES.flatMap((locale) => citations(text[locale]).map(({ fact }) => fact)),
    ),
  )
  const idle = Array.from(draft.facts).filter(([name]) => !used.has(name))
  const [first] = idle
  if (first === undefined) return []
  return [faultAt(first[1], 'FACTS_UNUSED', { names: idle.map(([name]) => name).join(', ') })]
}

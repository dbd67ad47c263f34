import type { Draft } from '../draft.ts'
import { factValues } from '../facts.ts'
import type { FaultCode } from '../words.ts'
import { digitsOf } from './phone.ts'
import { faultAt, type LintRule } from './rule.ts'
import { wordings } from './wordings.ts'

/** Phones, times and sums that stand in a text itself: they would be forgotten when the fact changes. */
export const byHand: LintRule = (draft) =>
  wordings(draft).flatMap(({ written, place }) => {
    const text = withoutFacts(written)
    return KINDS.flatMap(({ code, find }) =>
      find(text).map((piece) =>
        faultAt(place, code, { text: piece, fact: factOf(draft, piece) }, { text: piece }),
      ),
    )
  })

interface Kind {
  readonly code: FaultCode
  readonly find: (text: string) => readonly string[]
}

const KINDS: readonly Kind[] = [
  { code: 'PHONE_BY_HAND', find: phones },
  { code: 'TIME_BY_HAND', find: (text) => TIMES.flatMap((shape) => all(text, shape)) },
  { code: 'FEE_BY_HAND', find: (text) => all(text, FEE) },
]

/** Citations and addresses of pages are blanked: their digits are no phone. */
function withoutFacts(written: string): string {
  return written.replace(/\{\{[^{}\n]*\}\}|https?:\/\/[^\s)]+/g, ' § ')
}

const RUN_OF_DIGITS = /\+?\d[\d\s()–-]*\d/g
const YEARS = /^(?:19|20)\d\d\s?[–-]\s?(?:(?:19|20)\d\d|\d\d-\d\d)$/
const FEE = /\d[\d \u00a0]*(?:[.,]\d+)?[ \u00a0]?(?:₽|руб|коп\.|копе|rub|roub)\p{L}*/giu
const FEWEST_PHONE_DIGITS = 7
/** 112, 115, 122 …: three digits are a phone only beside a word that says so. */
const SHORT_PHONE =
  /(?:телефон|номер|звон|наберите|call|dial|phone)[^\d\n.!?]{0,25}(?<phone>\d{3})(?![\d-]|\s?(?:₽|руб|%))/giu

function phones(text: string): readonly string[] {
  const sums = new Set(all(text, FEE))
  const long = all(text, RUN_OF_DIGITS).filter(
    (run) =>
      digitsOf(run).length >= FEWEST_PHONE_DIGITS &&
      !YEARS.test(run) &&
      ![...sums].some((sum) => sum.startsWith(run)),
  )
  return [...long, ...Array.from(text.matchAll(SHORT_PHONE), ({ groups }) => groups?.['phone'] ?? '')]
}

const CLOCK = /(?<![\d:.])(?:[01]?\d|2[0-4]):[0-5]\d(?![\d:])/g
const AM_PM = /\b\d{1,2}\s?[ap]\.?m\b/gi
const ALWAYS = /\b24\s?[/×x]\s?7\b/g
/** «с 9 до 18», unless ages, days or sums are meant. */
const FROM_TO =
  /(?<!\p{L})(?:с|from) \d{1,2} (?:до|to|till|until) \d{1,2}(?![\d.])(?!\s?(?:лет|год|дн|рабоч|календ|месяц|недел|чел|руб|%|₽|year|day|month|week|people))/giu

const TIMES: readonly RegExp[] = [CLOCK, AM_PM, ALWAYS, FROM_TO]

const all = (text: string, shape: RegExp): readonly string[] => text.match(shape) ?? []

/** The fact that says the same, so that the editor only has to cite it. */
function factOf({ facts }: Draft, piece: string): string {
  const digits = digitsOf(piece)
  for (const [name, fact] of facts) {
    if (factValues(fact).some((value) => digitsOf(value) === digits)) return name
  }
  return ''
}

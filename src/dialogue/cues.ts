import type { Content, LexiconKey } from '../core/content.ts'
import { intentId } from '../core/ids.ts'
import type { Choice } from '../core/reply.ts'
import { normalize } from '../nlu/normalize.ts'
import { createAsksForHuman } from './human-ask.ts'
import { INTENT } from './intents.ts'
import { createSplit } from './questions.ts'
import { startsWith, wordsIn } from './words.ts'

/** What a text says by its words alone, before any matching. */
export interface Cues {
  asksForHuman(text: string): boolean
  /** «2», «второй вариант»: which of the choices, from 1. Undefined when the text says anything else. */
  numberIn(text: string): number | undefined
  /** The choice whose label the text is, or the only one whose label begins so. */
  labelIn(text: string, choices: readonly Choice[]): Choice | undefined
  yesOrNo(text: string): 'yes' | 'no' | undefined
  /** Begins like a question that leans on the one before. */
  leans(text: string): boolean
  /** The questions of a text that plainly holds several, else the text. */
  questionsIn(text: string): readonly string[]
  /** Without its greeting and thanks; the whole text where nothing else is in it. */
  withoutCourtesy(text: string): string
}

/** A number as long as this is more likely an error's code than a choice. */
const DIGITS_AT_MOST = 2
/** A shorter beginning of a label may be anything. */
const LABEL_FROM = 3

export function createCues({ lexicon, intents }: Content): Cues {
  const entries = (key: LexiconKey) => [...lexicon[key].ru, ...lexicon[key].en].map(wordsIn)
  const sentences = (key: LexiconKey) => new Set(entries(key).map((words) => words.join(' ')))
  const yes = sentences('yes')
  const no = sentences('no')
  const ellipsis = entries('ellipsis')
  const numbers = numbersOf(lexicon.ordinals.ru, lexicon.ordinals.en)
  const fillers = new Set(entries('choose.filler').flat())
  const said = (id: string) => intents.get(intentId(id))?.examples
  const opening = [said(INTENT.greeting), said(INTENT.thanks)].flatMap((examples) =>
    [...(examples?.ru ?? []), ...(examples?.en ?? [])].map(wordsIn),
  )

  return {
    asksForHuman: createAsksForHuman(lexicon),
    numberIn: (text) => numberIn(wordsIn(text), numbers, fillers),
    labelIn,
    yesOrNo(text) {
      const sentence = wordsIn(text).join(' ')
      if (yes.has(sentence)) return 'yes'
      return no.has(sentence) ? 'no' : undefined
    },
    leans(text) {
      const words = wordsIn(text)
      return ellipsis.some((start) => startsWith(words, start))
    },
    questionsIn: createSplit(lexicon.also),
    withoutCourtesy: (text) => withoutCourtesy(text, opening),
  }
}

function numbersOf(...locales: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  return new Map(
    locales.flatMap((ordinals) =>
      ordinals.flatMap((forms, index) => wordsIn(forms).map((form) => [form, index + 1] as const)),
    ),
  )
}

function numberIn(
  words: readonly string[],
  numbers: ReadonlyMap<string, number>,
  fillers: ReadonlySet<string>,
): number | undefined {
  const figures = words.filter((word) => /^\d+$/.test(word))
  if (figures.length > 0) {
    const [figure = ''] = figures
    const isAlone = figures.length === 1 && words.every((word) => word === figure || fillers.has(word))
    return isAlone && figure.length <= DIGITS_AT_MOST ? Number(figure) : undefined
  }
  const named = words.filter((word) => numbers.has(word))
  // “The second one” has two of them.
  const [first] = named
  if (first === undefined || !words.every((word) => numbers.has(word) || fillers.has(word))) return undefined
  const isOne = named.slice(1).every((word) => numbers.get(word) === 1 || word === first)
  return isOne ? numbers.get(first) : undefined
}

function labelIn(text: string, choices: readonly Choice[]): Choice | undefined {
  const said = wordsIn(text).join(' ')
  if (said.length < LABEL_FROM) return undefined
  const labels = choices.map((choice) => ({ choice, label: wordsIn(choice.label).join(' ') }))
  const exact = labels.find(({ label }) => label === said)
  if (exact !== undefined) return exact.choice
  const [only, another] = labels.filter(({ label }) => label.startsWith(said))
  return another === undefined ? only?.choice : undefined
}

/** Cuts the longest known greeting or thanks off the beginning, as often as there is one. */
function withoutCourtesy(text: string, openings: readonly (readonly string[])[]): string {
  const words = wordsIn(text)
  let from = 0
  for (;;) {
    const rest = words.slice(from)
    const fits = openings.filter((opening) => opening.length > 0 && startsWith(rest, opening))
    const longest = Math.max(0, ...fits.map((opening) => opening.length))
    if (longest === 0) break
    from += longest
  }
  if (from === 0 || from === words.length) return text
  return after(normalize(text), from)
}

/** What follows the first `count` words; punctuation is kept, spelling repair minds it. */
function after(normalized: string, count: number): string {
  let at = 0
  const word = /(?:\p{L}['’](?=\p{L})|\p{L})+|\p{N}+/gu
  for (let passed = 0; passed < count; passed += 1) at = word.exec(normalized) === null ? at : word.lastIndex
  return normalized.slice(at).replace(/^[^\p{L}\p{N}]+/u, '')
}

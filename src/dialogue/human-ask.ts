import type { Lexicon, LexiconKey } from '../core/content.ts'
import { otherLayout } from '../nlu/layout.ts'
import { normalize } from '../nlu/normalize.ts'
import { isOneSlipApart } from '../nlu/slip.ts'
import { stemOf } from '../nlu/tokens.ts'
import { fromTranslit } from '../nlu/translit.ts'
import { createWordList, type WordList } from './word-list.ts'
import { sentencesIn, wordsIn } from './words.ts'

/** Whether a text asks for a human, by rules and words alone: no matcher may overrule a citizen here. */
export type AsksForHuman = (text: string) => boolean

/** What a word may be in such a wish; one word may be several things. */
interface Word {
  readonly word: string
  /** The clause of its sentence. */
  readonly clause: number
  readonly isWho: boolean
  readonly isFiller: boolean
}

interface Stemmed {
  readonly word: string
  readonly stem: string
}

interface Lists {
  readonly who: WordList
  readonly want: WordList
  readonly wantAfter: WordList
  readonly filler: WordList
  readonly not: ReadonlySet<string>
  readonly about: ReadonlySet<string>
  readonly us: ReadonlySet<string>
  readonly other: ReadonlySet<string>
  readonly whole: readonly (readonly Stemmed[])[]
}

/** Also understood: typed on the other keyboard layout, or Russian in Latin letters. */
export function createAsksForHuman(lexicon: Lexicon): AsksForHuman {
  const lists = listsOf(lexicon)
  return (text) => {
    const asTyped = normalize(text)
    const readings = [text, otherLayout(asTyped), fromTranslit(asTyped)]
    return readings.some(
      (reading) =>
        reading !== undefined && sentencesIn(reading).some((sentence) => sentenceAsks(sentence, lists)),
    )
  }
}

function listsOf(lexicon: Lexicon): Lists {
  const words = (key: LexiconKey) => [...lexicon[key].ru, ...lexicon[key].en]
  const filler = createWordList(words('human.filler'))
  const essential = (entry: string) =>
    wordsIn(entry)
      .filter((word) => !filler.has(word))
      .map(stemmed)
  return {
    who: createWordList(words('human.who')),
    want: createWordList(words('human.want')),
    wantAfter: createWordList(words('human.want-after')),
    filler,
    not: new Set(words('human.not')),
    about: new Set(words('human.about')),
    us: new Set(words('human.us')),
    other: new Set(words('human.else')),
    whole: words('human.whole')
      .map(essential)
      .filter((entry) => entry.length > 0),
  }
}

function sentenceAsks(sentence: string, lists: Lists): boolean {
  const words = sentence.split(/[,:()]|\s[-–—]\s/).flatMap((part, clause) =>
    wordsIn(part).map((word): Word => {
      return { word, clause, isWho: lists.who.has(word), isFiller: lists.filler.has(word) }
    }),
  )
  return isNothingElse(words, lists) || isWhole(words, lists) || wants(words, lists)
}

/** «Оператора, пожалуйста»: nobody else is named and nothing is said of him. */
function isNothingElse(words: readonly Word[], { us }: Lists): boolean {
  return (
    words.some(({ isWho }) => isWho) &&
    words.every(({ word, isWho, isFiller }) => (isWho || isFiller) && !us.has(word))
  )
}

/** «Есть тут кто живой?» */
function isWhole(words: readonly Word[], { whole }: Lists): boolean {
  const said = words.filter(({ isFiller }) => !isFiller)
  const entries = whole.filter((entry) => entry.length === said.length)
  if (entries.length === 0) return false
  const stems = said.map(({ word }) => stemmed(word))
  return entries.some((entry) => entry.every((known, at) => alike(known, stems[at])))
}

/** «Соедините меня с оператором», «оператор нужен». */
function wants(words: readonly Word[], lists: Lists): boolean {
  return words.some(({ isWho }, at) => {
    if (!isWho) return false
    const from = runFrom(words, at, -1)
    const to = runFrom(words, at, 1)
    const next = words[to + 1]
    if (next !== undefined && lists.other.has(next.word)) return false
    return wantsBefore(words, at, lists) || wantsAfter(words, from, to, lists)
  })
}

/** The end of the fillers and names around a name, in one direction. */
function runFrom(words: readonly Word[], at: number, step: 1 | -1): number {
  let end = at
  while (isPassed(words[end + step])) end += step
  return end
}

const isPassed = (word: Word | undefined): boolean => word !== undefined && (word.isWho || word.isFiller)

/** The wish furthest left counts: «хочу уже поговорить с человеком» is one wish. */
function wantsBefore(words: readonly Word[], who: number, lists: Lists): boolean {
  let start: number | undefined
  for (let at = who - 1; at >= 0; at -= 1) {
    const word = words[at]
    const isWish = word !== undefined && lists.want.has(word.word)
    if (!isWish && !isPassed(word)) break
    if (isWish) start = at
  }
  return start !== undefined && !isTurned(words, start, lists)
}

function wantsAfter(words: readonly Word[], from: number, to: number, lists: Lists): boolean {
  const wish = words[to + 1]
  const last = words[to]
  if (wish === undefined || wish.clause !== last?.clause || !lists.wantAfter.has(wish.word)) return false
  return !isTurned(words, from, lists)
}

/** A negation directly before, or a question earlier in the clause. */
function isTurned(words: readonly Word[], start: number, lists: Lists): boolean {
  let before = start - 1
  while (words[before]?.isFiller === true) before -= 1
  if (lists.not.has(words[before]?.word ?? '')) return true
  const { clause } = words[start] ?? {}
  return words.slice(0, start).some((word) => word.clause === clause && lists.about.has(word.word))
}

function stemmed(word: string): Stemmed {
  return { word, stem: stemOf(word) }
}

function alike(known: Stemmed, said: Stemmed | undefined): boolean {
  if (said === undefined) return false
  return known.stem === said.stem || (known.word.length >= 5 && isOneSlipApart(known.word, said.word))
}

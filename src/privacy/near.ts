import { markAt } from './digits.ts'

/** What a word beside a number says that it is. */
export type Subject = 'snils' | 'passport' | 'card' | 'phone' | 'inn' | 'other'

/** The words of each subject. `other` numbers are for reading: of a ticket, an application, an order. */
const WORDS: readonly (readonly [Subject, string])[] = [
  ['snils', '[сc]нил[сc]|snils|страхов\\p{L}{2,3}\\s(?:номер|свидетельств)'],
  ['passport', 'паспорт|passport|(?<!\\p{L})(?:сери(?:я|и|ю|ей)|series)(?!\\p{L})|удостоверени'],
  ['card', '(?<!\\p{L})(?:карт(?:а|ы|у|е|ой|очк\\p{L}{1,2})(?!\\p{L})|card)'],
  ['phone', '(?<!\\p{L})(?:тел(?:ефон\\p{L}{0,3})?|tel|call)(?!\\p{L})|(?<!\\p{L})(?:моб|сотов|mobile)'],
  ['phone', 'звон|phone|whats\\s?app|viber|в[ао]тс?ап|вайбер'],
  ['inn', '(?<!\\p{L})(?:инн|inn)(?!\\p{L})|налогоплательщик|taxpayer'],
  ['other', '(?:обращени|заявлени)[еяю](?!\\p{L})|заявк|талон|тикет|заказ|квитанц|постановлени|протокол'],
  ['other', 'огрн|(?<!\\p{L})(?:код|уин|сч[её]т)(?!\\p{L})|ticket|application|request|order'],
]
const WORD = new RegExp(WORDS.map(([, words]) => `(${words})`).join('|'), 'giu')

const BEFORE = 40
const AFTER = 20
/** How far behind a word that follows a number may stand a number of its own. */
const OWN = 16
const BLOCKS_AFTER = /[.,:;!?\n\p{Nd}*@+]/u
const BLOCKS_OWN = /[\p{Nd}*@+]/u

interface Word {
  readonly start: number
  readonly end: number
  readonly subject: Subject
}

/**
 * What the words beside a number say, nearest first. Words count only up to another number, an address
 * or a mask: so a text that is masked already says nothing new.
 */
export interface Near {
  /** `from`: where the number before it ends. */
  before(start: number, from: number): readonly Subject[]
  after(end: number): readonly Subject[]
}

/** Reads the text once, when first asked. */
export function nearIn(text: string): Near {
  let read: readonly Word[] | undefined
  const words = () => {
    read ??= wordsOf(text)
    return read
  }
  return {
    before: (start, from) => subjectsBefore(text, words(), start, from),
    after: (end) => subjectsAfter(text, words(), end),
  }
}

function wordsOf(text: string): readonly Word[] {
  const words: Word[] = []
  for (const match of text.matchAll(WORD)) {
    const subject = WORDS[match.indexOf(match[0], 1) - 1]?.[0] ?? 'other'
    words.push({ start: match.index, end: match.index + match[0].length, subject })
  }
  return words
}

function subjectsBefore(
  text: string,
  words: readonly Word[],
  start: number,
  from: number,
): readonly Subject[] {
  const subjects: Subject[] = []
  let at = countUpTo(words, start) - 1
  if ((words[at]?.end ?? -1) < start - BEFORE) return subjects
  const open = Math.max(from, openBefore(text, start))
  for (; at >= 0; at -= 1) {
    const word = words[at]
    if (word === undefined || word.end < open) break
    subjects.push(word.subject)
    if (word.subject === 'other') break
  }
  return subjects
}

/** How far one may look back: a count such as «СНИЛС из 11 цифр» does not stand in the way. */
function openBefore(text: string, start: number): number {
  let open = start
  let digits = 0
  for (let at = start - 1; at >= 0 && at >= start - BEFORE; at -= 1) {
    if (text[at] === '*' || text[at] === '@') return open
    digits = markAt(text, at) >= 0 ? digits + 1 : 0
    if (digits > 2) return open
    if (digits === 0) open = at
  }
  return open
}

/** «112-233-445 96 это мой СНИЛС»: in the same breath, and not the heading of the next number. */
function subjectsAfter(text: string, words: readonly Word[], end: number): readonly Subject[] {
  const word = words[countUpTo(words, end)]
  if (word === undefined || word.subject === 'other' || word.start - end > AFTER) return []
  if (BLOCKS_AFTER.test(text.slice(end, word.start))) return []
  if (BLOCKS_OWN.test(text.slice(word.end, word.end + OWN))) return []
  return [word.subject]
}

/** How many of the words end before a place. */
function countUpTo(words: readonly Word[], place: number): number {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words[middle]?.end ?? 0) <= place) low = middle + 1
    else high = middle
  }
  return low
}

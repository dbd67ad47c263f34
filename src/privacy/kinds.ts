import { isInn, isSnils, passesLuhn } from './check-digits.ts'
import type { Subject } from './near.ts'
import { saidPhone, writtenPhone } from './phones.ts'
import { firstOf, type Window, type Windows, withSizes } from './window.ts'

/** The numbers that identify a person. */
export type NumberKind = Exclude<Subject, 'other'>

export interface Numbered {
  readonly kind: NumberKind
  readonly window: Window
}

/** What is asked about the text around a number, and only when the number itself leaves it open. */
export interface Around {
  /** What the words beside it say that it is, nearest first. */
  said(): readonly Subject[]
  /** «5000 рублей»: a currency or a unit follows. */
  isSum(window: Window): boolean
}

/** The number that begins here, if one does: by its unmistakable writing, by a word, by its digits. */
export function numberAt(windows: Windows, around: Around): Numbered | undefined {
  const written = writtenSnils(windows)
  if (written !== undefined) return { kind: 'snils', window: written }
  for (const subject of around.said()) {
    if (subject === 'other') continue
    const window = SAID[subject](windows)
    if (window !== undefined && !isSum(subject, window, around)) return { kind: subject, window }
  }
  for (const [kind, find] of BARE) {
    const window = find(windows)
    if (window !== undefined && !isSum(kind, window, around)) return { kind, window }
  }
  return undefined
}

type Finder = (windows: Windows) => Window | undefined

/** What a word beside a number makes of it. People mistype, so most need no check digits then. */
const SAID: Readonly<Record<NumberKind, Finder>> = {
  snils: (windows) => firstOf(windows, [11, 12, 10, 9]),
  passport: (windows) => windows.at(10) ?? withSizes(windows, 9, ['9', '2-7']),
  card: (windows) => firstOf(windows, [19, 18, 17, 16, 15, 14, 13], passesLuhn) ?? windows.at(16),
  phone: saidPhone,
  // An organisation's number has ten digits and is no secret: only a sure one is worth hiding.
  inn: (windows) => windows.at(12) ?? firstOf(windows, [10], isInn),
}

/** What a number is with no word beside it, the surest first. */
const BARE: readonly (readonly [NumberKind, Finder])[] = [
  ['card', bareCard],
  ['phone', writtenPhone],
  ['snils', bareSnils],
  ['passport', barePassport],
]

/** Of what is known by its grouping alone; check digits are no accident. */
function isSum(kind: NumberKind, window: Window, around: Around): boolean {
  return (kind === 'phone' || kind === 'passport') && around.isSum(window)
}

/** `112-233-445 95` is written so for nothing else: with the dashes it may even be mistyped. */
function writtenSnils(windows: Windows): Window | undefined {
  const window = withSizes(windows, 11, ['3-3-3-2'])
  if (window === undefined) return undefined
  return /^\p{Pd}$/u.test(window.separator) || isSnils(window.digits) ? window : undefined
}

/** Not `192.168.10.123`, nor `8.9161234567`. */
function bareSnils(windows: Windows): Window | undefined {
  const window = firstOf(windows, [11], isSnils)
  const groups = windows.groupsIn(11)
  return window?.separator === '.' && (groups === 2 || groups === 4) ? undefined : window
}

/** How the digits of a card are grouped on cards and by those who copy them. */
const CARD_SIZES = [
  ...['4-4-4-1', '4-4-4-2', '4-4-4-3', '4-4-4-4', '4-4-4-4-1', '4-4-4-4-2', '4-4-4-4-3'],
  ...['4-6-4', '4-6-5', '8-8', '8-10', '8-11', '6-10', '6-12', '6-13'],
  ...['2-2-2-2-2-2-2-2', '1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1'],
]

/** Which digits the cards of a length begin with; `1` is left out, for times in ms begin so. */
const CARD_FIRST: Readonly<Record<number, string>> = { 13: '456', 14: '356', 15: '356' }
const LONG_CARD_FIRST = '234569'

function bareCard(windows: Windows): Window | undefined {
  for (let length = 19; length >= 13; length -= 1) {
    if (windows.groupsIn(length) === 0) continue
    if (!(CARD_FIRST[length] ?? LONG_CARD_FIRST).includes(windows.digits.charAt(0))) continue
    if (!passesLuhn(windows.digits.slice(0, length))) continue
    const window = withSizes(windows, length, [String(length), ...CARD_SIZES])
    if (window !== undefined) return window
  }
  return undefined
}

/** `4509 123456` and `45 09 123456`; `2024-123456` is how applications are numbered. */
function barePassport(windows: Windows): Window | undefined {
  const window = withSizes(windows, 10, ['4-6', '2-2-6'])
  if (window === undefined || !/^[\s\p{Pd}\u2212]/u.test(window.separator)) return undefined
  const isDashed = window.sizes === '4-6' && /[\p{Pd}\u2212]/u.test(window.separator)
  return isDashed && /^(?:19|20)/.test(window.digits) ? undefined : window
}

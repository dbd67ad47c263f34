import type { Locale } from '../locale.ts'
import type { Words } from '../words.ts'

/** `14:05`, in the device's time zone. */
export function timeOfDay(at: number, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }).format(at)
}

/** `Сегодня`, `Вчера`, `3 мая`: of which day a message is. */
export function dayName(at: number, now: number, locale: Locale, words: Words): string {
  if (isSameDay(at, now)) return words.today
  const yesterday = new Date(now)
  yesterday.setDate(yesterday.getDate() - 1)
  if (isSameDay(at, yesterday.getTime())) return words.yesterday
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear()
  const year = isThisYear ? {} : ({ year: 'numeric' } as const)
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', ...year }).format(at)
}

export function isSameDay(one: number, other: number): boolean {
  return new Date(one).toDateString() === new Date(other).toDateString()
}

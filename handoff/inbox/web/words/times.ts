const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Times and lengths of time as an operator reads them, in the browser's own zone. */
export interface Times {
  /** «14:03». */
  clock(at: number): string
  /** «24 ноября», with the year when it is another one than now. */
  day(at: number, now: number): string
  /** «24 нояб., 14:03:21», for whoever wants to know exactly. */
  exact(at: number): string
  /** «14:03» today, «24 нояб., 14:03» on another day. */
  brief(at: number, now: number): string
  /** «42 с», «2 мин», «1 ч 5 мин», «3 дн.»: never more than two units, never negative. */
  length(ms: number): string
  /** «1,2 с»: of measured figures. */
  measured(ms: number): string
  /** «92 %». */
  percent(share: number): string
}

export function timesIn(locale: string): Times {
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options)
  const clock = format({ hour: '2-digit', minute: '2-digit' })
  const day = format({ day: 'numeric', month: 'long' })
  const dayOfYear = format({ day: 'numeric', month: 'long', year: 'numeric' })
  const exact = format({
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  const brief = format({ day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' })
  const percent = new Intl.NumberFormat(locale, { style: 'percent' })
  const tenths = unitOf(locale, 'second', 1)
  return {
    clock: (at) => clock.format(at),
    day: (at, now) => (sameYear(at, now) ? day : dayOfYear).format(at),
    exact: (at) => exact.format(at),
    brief: (at, now) => (isSameDay(at, now) ? clock : brief).format(at),
    length: lengthIn(locale),
    measured: (ms) => tenths.format(ms / SECOND),
    percent: (share) => percent.format(share),
  }
}

export function isSameDay(one: number, other: number): boolean {
  return new Date(one).toDateString() === new Date(other).toDateString()
}

function sameYear(one: number, other: number): boolean {
  return new Date(one).getFullYear() === new Date(other).getFullYear()
}

function lengthIn(locale: string): (ms: number) => string {
  const seconds = unitOf(locale, 'second', 0)
  const minutes = unitOf(locale, 'minute', 0)
  const hours = unitOf(locale, 'hour', 0)
  const days = unitOf(locale, 'day', 0)
  return (ms) => {
    if (ms < MINUTE) return seconds.format(Math.max(0, Math.floor(ms / SECOND)))
    if (ms < HOUR) return minutes.format(Math.floor(ms / MINUTE))
    if (ms >= DAY) return days.format(Math.floor(ms / DAY))
    const rest = Math.floor((ms % HOUR) / MINUTE)
    const whole = hours.format(Math.floor(ms / HOUR))
    return rest === 0 ? whole : `${whole} ${minutes.format(rest)}`
  }
}

function unitOf(locale: string, unit: string, digits: number): Intl.NumberFormat {
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: digits,
  })
}

import { describe, expect, it } from '@jest/globals'
import { isSameDay, timesIn } from './times.ts'

/** ICU sets narrow and hard spaces; a reader does not mind which. */
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')

describe('a length of time', () => {
  it('is told in seconds, minutes, hours, days, never in more than two', () => {
    const { length } = timesIn('ru')
    const told = [0, 42_900, 60_000, 125_000, 3_600_000, 3_900_000, 200_000_000].map(length).map(plain)
    expect(told).toEqual(['0 с', '42 с', '1 мин', '2 мин', '1 ч', '1 ч 5 мин', '2 дн.'])
  })

  it('is never negative, whatever the two clocks say', () => {
    expect(plain(timesIn('ru').length(-3000))).toBe('0 с')
  })

  it('is told in English, too', () => {
    expect(plain(timesIn('en-GB').length(3_900_000))).toBe('1 hr 5 mins')
  })
})

describe('a time', () => {
  const noon = new Date(2026, 10, 24, 12, 5).getTime()

  it('has its day only when that is not today', () => {
    const { brief } = timesIn('ru')
    expect(brief(noon, noon + 3_600_000)).toBe('12:05')
    expect(plain(brief(noon, noon + 86_400_000))).toBe('24 нояб., 12:05')
  })

  it('has its year only when that is another one', () => {
    const { day } = timesIn('ru')
    expect(day(noon, noon)).toBe('24 ноября')
    expect(plain(day(noon, new Date(2027, 0, 2).getTime()))).toBe('24 ноября 2026 г.')
  })

  it('belongs to a day of the reader', () => {
    expect(isSameDay(noon, new Date(2026, 10, 24, 23, 59).getTime())).toBe(true)
    expect(isSameDay(noon, new Date(2026, 10, 25, 0, 1).getTime())).toBe(false)
  })
})

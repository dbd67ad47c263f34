import { firstOf, type Window, type Windows, withSizes } from './window.ts'

/** A phone by its own writing. */
export function writtenPhone(windows: Windows): Window | undefined {
  return windows.plus ? abroadOrHome(windows) : home(windows)
}

/** A phone because a word beside it says so. */
export function saidPhone(windows: Windows): Window | undefined {
  const national = isTrunk(windows) ? windows.at(11) : undefined
  return (
    national ??
    (windows.plus ? abroadOrHome(windows) : undefined) ??
    (WITHOUT_PLUS.test(windows.digits) ? windows.at(12) : undefined) ??
    (/^[3-9]/.test(windows.digits) ? windows.at(10) : undefined) ??
    local(windows) ??
    firstOf(windows, [12, 11, 13, 14, 15])
  )
}

/** Country codes of three digits with nine after them, which neighbours write without the plus. */
const WITHOUT_PLUS = /^(?:37[0-7]|38[0-9]|99[2-8])/

/** E.164: at most fifteen digits; nine is the shortest number there is with its country. */
function abroadOrHome(windows: Windows): Window | undefined {
  const national = isTrunk(windows) ? windows.at(11) : undefined
  return national ?? firstOf(windows, [15, 14, 13, 12, 11, 10, 9])
}

function home(windows: Windows): Window | undefined {
  const national = isTrunk(windows) ? windows.at(11) : undefined
  if (national !== undefined && isGroupedAsPhone(windows, national)) return national
  if (windows.digits.startsWith('810')) {
    const abroad = firstOf(windows, [16, 15, 14, 13])
    if (abroad !== undefined) return abroad
  }
  const city = withSizes(windows, 10, ['3-3-2-2', '3-3-4', '3-7'])
  if (city === undefined || !/^[3-9]/.test(city.digits)) return undefined
  return city.sizes === '3-3-2-2' || city.bracketed || city.digits.startsWith('9') ? city : undefined
}

/** 7 or 8 before the ten digits of a Russian or a Kazakh number, whose codes begin with 3 to 9. */
function isTrunk({ digits }: Windows): boolean {
  return /^[78][3-9]/.test(digits)
}

/** The code of three digits is never torn («7 8 9 10 11 12 13» is a list), save digit by digit. */
function isGroupedAsPhone(windows: Windows, { separator }: Window): boolean {
  const groups = windows.groupsIn(11)
  if (groups === 2 && separator === '.') return false
  return groups === 11 || (windows.groupsIn(2) === 0 && windows.groupsIn(3) === 0)
}

/** A number of the same town; `1 000 000` is none. */
function local(windows: Windows): Window | undefined {
  return withSizes(windows, 7, ['7', '3-2-2', '3-4', '2-2-3', '3-1-1-1-1', '1-1-1-1-1-1-1', '1-2-2-2', '5-2'])
}

import { digitsIn } from './digits.ts'
import { type Found, findPersonal } from './find.ts'

/**
 * The text with what `findPersonal` finds made unreadable; what a person needs to recognise their own
 * is left: two digits of a document, four of a card or a phone, the first letter of an address.
 *
 * | SNILS | passport | INN | card | phone | abroad | local | e-mail | token |
 * |---|---|---|---|---|---|---|---|---|
 * | `***-***-*** 95` | `**** ****56` | `********89` | `**** 9019` | `+7 *** ***-35-35` | `+*** ***-35-35` | `***-35-35` | `a***@mail.ru` | `***:***` |
 *
 * Masking twice is masking once. `chains.ts` knows these forms by heart.
 */
export function maskPersonal(text: string, known: readonly string[] = []): string {
  let masked = ''
  let from = 0
  for (const found of findPersonal(text, known)) {
    masked += text.slice(from, found.start) + maskOf(text.slice(found.start, found.end), found.kind)
    from = found.end
  }
  return masked + text.slice(from)
}

function maskOf(original: string, kind: Found['kind']): string {
  const digits = digitsIn(original)
  switch (kind) {
    case 'snils':
      return `***-***-*** ${digits.slice(-2)}`
    case 'passport':
      return `**** ****${digits.slice(-2)}`
    case 'inn':
      return `********${digits.slice(-2)}`
    case 'card':
      return `**** ${digits.slice(-4)}`
    case 'phone':
      return maskOfPhone(digits)
    case 'email':
      return maskOfAddress(original)
    case 'token':
      return '***:***'
  }
}

function maskOfPhone(digits: string): string {
  const end = `${digits.slice(-4, -2)}-${digits.slice(-2)}`
  if (digits.length === 7) return `***-${end}`
  const isHome = digits.length === 10 || (digits.length === 11 && /^[78]/.test(digits))
  return `${isHome ? '+7 ' : '+'}*** ***-${end}`
}

/** Neither a digit that begins an address nor a domain that is a number may stay. */
function maskOfAddress(address: string): string {
  const at = Math.max(address.lastIndexOf('@'), address.lastIndexOf('\uff20'))
  const first = /^\p{L}/u.exec(address)?.[0] ?? ''
  const domain = address.slice(at + 1)
  return `${first}***@${digitsIn(domain).length >= 7 ? '***' : domain}`
}

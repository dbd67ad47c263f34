import { z } from 'zod'
import { LOCALES } from '../../../src/core/locale.ts'

/** 128 characters are at most so many UTF-16 units. */
const MOST_UNITS = 256
const LOGIN = /^[a-z0-9][a-z0-9._-]{1,31}$/
/** No control characters, nothing that turns the direction of writing, nothing of a channel's markup. */
const NAME = /^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069*[\]{}<>]{1,80}$/u

const Login = z.string().regex(LOGIN)
const Name = z.string().max(MOST_UNITS).trim().regex(NAME)
/** As received: neither trimmed nor normalized. What is asked of a new one is in `passwordFault`. */
const Password = z.string().max(MOST_UNITS)

export const isLogin = (text: string): boolean => LOGIN.test(text)

/** What was typed at the login may be anything; it is then nobody's. */
export const LoginForm = z.strictObject({ login: z.string().max(MOST_UNITS), password: Password })
export const OwnPasswordForm = z.strictObject({ old: Password, password: Password })
export const LinkForm = z.strictObject({ password: Password })
export const FirstLinkForm = z.strictObject({ password: Password, login: Login, name: Name })
export const LocaleForm = z.strictObject({ locale: z.enum(LOCALES) })
export const NewOperatorForm = z.strictObject({
  login: Login,
  name: Name,
  role: z.enum(['operator', 'administrator']),
})
export const EmptyForm = z.strictObject({})

/** By the field's name, what is wrong with it: `invalid-format`, `too-big`, `invalid-type`. */
export function fieldsOf(error: z.ZodError): Readonly<Record<string, string>> {
  const faults = error.issues.map(
    ({ path, code }) => [String(path[0] ?? ''), code.replaceAll('_', '-')] as const,
  )
  return Object.fromEntries(faults.filter(([field]) => field !== ''))
}

import type { Request, Response } from 'express'
import type { Locale } from '../../src/core/locale.ts'

type Values = Readonly<Record<string, string>>
interface Refusal {
  readonly status: number
  readonly cure: Readonly<Record<Locale, (values: Values) => string>>
}

/** Everything a browser, or whoever programs against the door, can be refused for. */
const REFUSALS = {
  'body-unreadable': {
    status: 400,
    cure: {
      ru: () => 'Тело запроса должно быть JSON с заголовком Content-Type: application/json',
      en: () => 'The body must be JSON, with the header Content-Type: application/json',
    },
  },
  'message-invalid': {
    status: 400,
    cure: {
      ru: ({ list }) => `Сообщение не годится: ${list}`,
      en: ({ list }) => `The message is not usable: ${list}`,
    },
  },
  'cursor-invalid': {
    status: 400,
    cure: {
      ru: () => 'after — номер последнего прочитанного сообщения, целое число от 0',
      en: () => 'after is the number of the last message read, an integer from 0 on',
    },
  },
  'token-missing': {
    status: 401,
    cure: {
      ru: () => 'Нужен заголовок Authorization: Bearer и 32 случайных байта в base64url',
      en: () => 'Send the header Authorization: Bearer with 32 random bytes in base64url',
    },
  },
  'origin-forbidden': {
    status: 403,
    cure: {
      ru: ({ origin }) => `Сайту ${origin} чат не разрешён. Добавьте его в настройку channels.web.origins`,
      en: ({ origin }) =>
        `The site ${origin} may not embed the chat. Add it to the setting channels.web.origins`,
    },
  },
  'body-too-large': {
    status: 413,
    cure: {
      ru: () => 'Сообщение длиннее 100 000 знаков. Разделите его',
      en: () => 'The message is longer than 100,000 characters. Split it',
    },
  },
  'streams-too-many': {
    status: 429,
    cure: {
      ru: () => 'Этот разговор уже открыт в пяти местах. Закройте лишние вкладки',
      en: () => 'This chat is open in five places already. Close some tabs',
    },
  },
  'not-now': {
    status: 503,
    cure: {
      ru: () => 'Сервер сейчас не может принять сообщение. Повторите его с тем же id',
      en: () => 'The server cannot take the message now. Send it again with the same id',
    },
  },
} as const satisfies Readonly<Record<string, Refusal>>

export type RefusalCode = keyof typeof REFUSALS

/** Seconds after which a browser may come again. */
const RETRY_AFTER = '2'

export function refuse(request: Request, response: Response, code: RefusalCode, values: Values = {}): void {
  const { status, cure } = REFUSALS[code]
  const locale = request.acceptsLanguages('ru', 'en') === 'en' ? 'en' : 'ru'
  if (status === 429 || status === 503) response.set('Retry-After', RETRY_AFTER)
  response.status(status).json({ error: code, cure: cure[locale](values) })
}

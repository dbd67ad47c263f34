import { z } from 'zod'

/**
 * `okno.yaml`: everything that is no secret. Each description is also the cure that a person is shown
 * when the value is of another shape, so it says what the value looks like, in both languages.
 */
const said = (ru: string, en: string) => JSON.stringify({ ru, en })

const httpUrl = (ru: string, en: string) =>
  z
    .url({ protocol: /^https?$/ })
    .refine((url) => !url.endsWith('/'))
    .describe(said(ru, en))

const Web = z
  .strictObject({
    enabled: z.boolean().default(true).describe(said('true или false', 'true or false')),
    origins: z
      .array(z.union([z.literal('*'), z.string().regex(/^https?:\/\/[^/\s]+$/)]))
      .default([])
      .describe(
        said(
          'список сайтов, где стоит чат: [https://example.ru]',
          'a list of sites that embed the chat: [https://example.org]',
        ),
      ),
  })
  .prefault({})

const Telegram = z
  .strictObject({
    enabled: z.boolean().default(true).describe(said('true или false', 'true or false')),
    mode: z
      .enum(['auto', 'webhook', 'polling'])
      .default('auto')
      .describe(said('auto, webhook или polling', 'auto, webhook or polling')),
    api_root: httpUrl(
      'адрес своего сервера Bot API без / в конце: http://127.0.0.1:8081',
      'the address of your own Bot API server without a trailing /: http://127.0.0.1:8081',
    ).optional(),
    per_second: z
      .number()
      .int()
      .min(1)
      .max(10_000)
      .default(25)
      .describe(said('целое число сообщений в секунду, от 1', 'a whole number of messages a second, from 1')),
  })
  .prefault({})

export const Settings = z.strictObject({
  language: z.enum(['ru', 'en']).default('ru').describe(said('ru или en', 'ru or en')),
  operator_of_service: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe(said('название организации, в кавычках', 'the name of the organisation, in quotes')),
  public_url: httpUrl(
    'адрес шлюза снаружи, без / в конце: https://chat.example.ru',
    'the address of the gateway from outside, without a trailing /: https://chat.example.org',
  ).optional(),
  trusted_proxies: z
    .array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()]))
    .default([])
    .describe(
      said(
        'список адресов или сетей: [127.0.0.1, 10.0.0.0/8]',
        'a list of addresses or networks: [127.0.0.1, 10.0.0.0/8]',
      ),
    ),
  profile: z
    .enum(['open', 'state-ru'])
    .default('open')
    .describe(said('open или state-ru', 'open or state-ru')),
  content: z
    .string()
    .min(1)
    .optional()
    .describe(said('папка, где лежат faq и intents', 'the folder that holds faq and intents')),
  log: z
    .enum(['info', 'warn', 'error', 'silent'])
    .default('info')
    .describe(said('info, warn, error или silent', 'info, warn, error or silent')),
  desk: z
    .strictObject({
      lease_seconds: z
        .number()
        .int()
        .min(30)
        .max(3_600)
        .default(90)
        .describe(said('целое число секунд, 30–3600', 'a whole number of seconds, 30–3600')),
      silence_minutes: z
        .number()
        .int()
        .min(1)
        .max(240)
        .default(10)
        .describe(said('целое число минут, 1–240', 'a whole number of minutes, 1–240')),
      close_after_days: z
        .number()
        .int()
        .min(1)
        .max(30)
        .default(3)
        .describe(said('целое число дней, 1–30', 'a whole number of days, 1–30')),
    })
    .prefault({}),
  channels: z.strictObject({ web: Web, telegram: Telegram }).prefault({}),
})

export type Settings = z.infer<typeof Settings>

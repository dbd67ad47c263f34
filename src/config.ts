import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { isAbsolute, join, resolve } from 'node:path'
import { OknoError } from './core/errors.ts'
import type { Locale } from './core/locale.ts'
import { languageIn, readSettings } from './settings/read-settings.ts'
import type { Settings } from './settings/schema.ts'

/** Everything that can be set, checked: nothing else reads the environment or the settings file. */
export interface Config {
  readonly port: number
  readonly host: string
  readonly dataFolder: string
  readonly contentFolder: string
  /** Undefined for the embedded SQLite. */
  readonly databaseUrl: string | undefined
  readonly locale: Locale
  readonly operatorOfService: string | undefined
  readonly publicUrl: string | undefined
  readonly trustedProxies: readonly string[]
  readonly logLevel: Settings['log']
  readonly desk: { readonly leaseMs: number; readonly silenceMs: number; readonly closeAfterMs: number }
  readonly web: { readonly origins: readonly string[] } | undefined
  readonly telegram: TelegramConfig | { readonly off: TelegramOff }
}

export interface TelegramConfig {
  readonly token: string
  readonly apiRoot: string | undefined
  readonly mode:
    | { readonly kind: 'polling' }
    | { readonly kind: 'webhook'; readonly url: string; readonly secret: string }
  readonly perSecond: number
}

/** Why Telegram is off, and so what turns it on. */
export type TelegramOff = 'no-token' | 'disabled' | 'profile'

type Environment = Readonly<Record<string, string | undefined>>

/** `root` is the program's folder. Rejects with one OknoError that lists every fault and its cure. */
export function readConfig(env: Environment, root: string): Config {
  const locale = readLocale(env, root)
  const settings = readSettingsOf(env, root)
  const faults: OknoError[] = []
  const collect = <T>(read: () => T): T | undefined => {
    try {
      return read()
    } catch (error) {
      if (!(error instanceof OknoError)) throw error
      faults.push(error)
      return undefined
    }
  }

  const port = collect(() => readPort(env['PORT'] ?? '8080'))
  const databaseUrl = collect(() => readDatabaseUrl(secret(env, 'DATABASE_URL')))
  const telegram = collect(() => readTelegram(env, settings))
  if (faults.length > 0 || port === undefined || telegram === undefined) {
    throw new OknoError('SETTINGS_INVALID', {
      list: faults.map((fault) => `  ${fault.in(locale)}`).join('\n'),
    })
  }
  return {
    port,
    host: env['HOST'] ?? '0.0.0.0',
    dataFolder: resolve(env['OKNO_DATA'] ?? join(root, 'data')),
    contentFolder: contentFolderOf(settings, root),
    databaseUrl,
    locale,
    operatorOfService: settings.operator_of_service,
    publicUrl: settings.public_url,
    trustedProxies: settings.trusted_proxies,
    logLevel: settings.log,
    desk: {
      leaseMs: settings.desk.lease_seconds * 1_000,
      silenceMs: settings.desk.silence_minutes * 60_000,
      closeAfterMs: settings.desk.close_after_days * 86_400_000,
    },
    web: settings.channels.web.enabled ? { origins: settings.channels.web.origins } : undefined,
    telegram,
  }
}

/** What the command line speaks: OKNO_LANG, else what the settings say, however broken they are, else Russian. */
export function readLocale(env: Environment, root: string): Locale {
  if (env['OKNO_LANG'] !== undefined) return env['OKNO_LANG'] === 'en' ? 'en' : 'ru'
  return languageIn(env['OKNO_SETTINGS'] ?? join(root, 'okno.yaml')) ?? 'ru'
}

/** Where faq/ and intents/ are. Rejects with SETTINGS_INVALID. */
export function readContentFolder(env: Environment, root: string): string {
  return contentFolderOf(readSettingsOf(env, root), root)
}

function contentFolderOf({ content }: Settings, root: string): string {
  return content === undefined ? root : resolve(root, content)
}

function readSettingsOf(env: Environment, root: string): Settings {
  const named = env['OKNO_SETTINGS']
  return readSettings(named ?? join(root, 'okno.yaml'), named !== undefined, readLocale(env, root))
}

function readPort(raw: string): number {
  const port = Number(raw)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535 && raw.trim() !== '') return port
  throw new OknoError('SETTING_SHAPE', { at: 'PORT', name: 'PORT', cure: '0…65535, PORT=8080' })
}

function readDatabaseUrl(raw: string | undefined): string | undefined {
  if (raw === undefined || /^postgres(ql)?:\/\/[^\s]+$/.test(raw)) return raw
  const cure = 'postgres://user:password@host:5432/database'
  throw new OknoError('SETTING_SHAPE', { at: 'DATABASE_URL', name: 'DATABASE_URL', cure })
}

function readTelegram(env: Environment, settings: Settings): Config['telegram'] {
  const { enabled, mode, api_root: apiRoot, per_second: perSecond } = settings.channels.telegram
  const token = secret(env, 'OKNO_TELEGRAM_TOKEN')
  if (settings.profile === 'state-ru') return { off: 'profile' }
  if (!enabled) return { off: 'disabled' }
  if (token === undefined) return { off: 'no-token' }
  if (!/^\d+:[\w-]{4,}$/.test(token)) {
    const cure = '123456789:AAbbCC… (@BotFather)'
    throw new OknoError('SETTING_SHAPE', { at: 'OKNO_TELEGRAM_TOKEN', name: 'OKNO_TELEGRAM_TOKEN', cure })
  }
  const common = { token, apiRoot, perSecond }
  if (mode === 'polling' || (mode === 'auto' && settings.public_url === undefined)) {
    return { ...common, mode: { kind: 'polling' } }
  }
  if (settings.public_url === undefined) {
    throw new OknoError('SETTING_MISSING', {
      at: 'okno.yaml',
      name: 'public_url',
      cure: 'public_url: https://chat.example.ru',
    })
  }
  const own = secret(env, 'OKNO_TELEGRAM_SECRET')
  if (own !== undefined && !/^[\w-]{16,256}$/.test(own)) {
    const cure = 'A–Z a–z 0–9 _ -, 16…256'
    throw new OknoError('SETTING_SHAPE', { at: 'OKNO_TELEGRAM_SECRET', name: 'OKNO_TELEGRAM_SECRET', cure })
  }
  const url = `${settings.public_url}/webhooks/telegram`
  return { ...common, mode: { kind: 'webhook', url, secret: own ?? derivedSecret(token) } }
}

/** Nobody who lacks the token can know it, and every process of ours makes the same. */
function derivedSecret(token: string): string {
  return createHmac('sha256', token).update('okno telegram webhook').digest('base64url')
}

/** From the variable itself, or from the file that `<name>_FILE` names (Docker and systemd secrets). */
function secret(env: Environment, name: string): string | undefined {
  const file = env[`${name}_FILE`]
  if (file === undefined) return env[name] === '' ? undefined : env[name]
  try {
    return readFileSync(isAbsolute(file) ? file : resolve(file), 'utf8').trim()
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code ?? 'unknown'
    throw new OknoError('SECRET_UNREADABLE', { name: `${name}_FILE`, why }, { cause: error })
  }
}

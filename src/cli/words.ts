import type { Locale } from '../core/locale.ts'

/** Everything the command line says, apart from faults (`core/errors.ts`). */
export interface CliWords {
  readonly ready: (url: string) => string
  readonly chatAt: (url: string) => string
  readonly inboxAt: (url: string) => string
  readonly firstLink: (url: string) => string
  readonly dataIn: (folder: string, database: string) => string
  readonly contentServes: (topics: string) => string
  readonly contentBroken: (faults: string) => string
  readonly channelOn: (name: string, how: string) => string
  readonly channelOff: (name: string, setting: string) => string
  readonly channel: Readonly<Record<'web' | 'telegram', string>>
  readonly how: Readonly<Record<'web' | 'webhook' | 'polling', string>>
  readonly off: Readonly<Record<'disabled' | 'no-token' | 'profile' | 'web-disabled', string>>
  readonly demonstration: string
  readonly stopHint: string
  readonly stopping: string
  readonly stopped: string
  readonly help: string
  readonly chatHint: string
  readonly topics: (count: number) => string
  readonly faults: (count: number) => string
}

export const CLI_WORDS: Readonly<Record<Locale, CliWords>> = {
  ru: {
    ready: (url) => `Okno работает: ${url}`,
    chatAt: (url) => `  Чат для граждан    ${url}/`,
    inboxAt: (url) => `  Рабочее место      ${url}`,
    firstLink: (url) => `  Первый администратор: откройте в течение часа ${url}`,
    dataIn: (folder, database) => `  Данные             ${folder} (${database})`,
    contentServes: (topics) => `  Ответы             ${topics}`,
    contentBroken: (faults) =>
      `  ВНИМАНИЕ: в файлах ответов ${faults}, работают последние исправные. Что исправить: npm run content`,
    channelOn: (name, how) => `  ${name.padEnd(18)} включён: ${how}`,
    channelOff: (name, setting) => `  ${name.padEnd(18)} выключен: ${setting}`,
    channel: { web: 'Веб-чат', telegram: 'Telegram' },
    how: { web: 'на этой странице и на ваших сайтах', webhook: 'вебхук', polling: 'опрос' },
    off: {
      disabled: 'так сказано в okno.yaml (channels.telegram.enabled)',
      'no-token': 'чтобы включить, задайте OKNO_TELEGRAM_TOKEN (токен от @BotFather)',
      profile: 'профиль state-ru (41-ФЗ); другой профиль — profile в okno.yaml',
      'web-disabled': 'так сказано в okno.yaml (channels.web.enabled)',
    },
    demonstration:
      '  Ответы — демонстрационные: телефоны и адреса вымышлены. Замените их и назовите службу: operator_of_service в okno.yaml',
    stopHint: '  Остановить: Ctrl+C',
    stopping: 'Останавливаюсь: дописываю начатое…',
    stopped: 'Остановлено. Всё принятое сохранено.',
    chatHint: 'Разговор с ботом Okno. Пустая строка или Ctrl+D — закончить. Ничего не сохраняется.',
    topics: (count) => `${count} ${plural(count, 'тема', 'темы', 'тем')}`,
    faults: (count) => `${count} ${plural(count, 'ошибка', 'ошибки', 'ошибок')}`,
    help: `Okno — шлюз мессенджеров контакт-центра.

  npm start                    запустить шлюз
  npm run chat                 поговорить с ботом в терминале
  npm run content              проверить файлы ответов: ошибки с номером строки и что сделать
  npm run okno -- help         эта справка

Переменные окружения: PORT (8080), HOST (0.0.0.0), OKNO_DATA (./data), OKNO_SETTINGS (./okno.yaml),
DATABASE_URL (postgres://…; без неё — встроенная SQLite), OKNO_TELEGRAM_TOKEN, OKNO_LANG (ru, en).
Секрет можно дать файлом: OKNO_TELEGRAM_TOKEN_FILE=/run/secrets/telegram`,
  },
  en: {
    ready: (url) => `Okno is running: ${url}`,
    chatAt: (url) => `  Citizens' chat     ${url}/`,
    inboxAt: (url) => `  Operators' inbox   ${url}`,
    firstLink: (url) => `  The first administrator: open within an hour ${url}`,
    dataIn: (folder, database) => `  Data               ${folder} (${database})`,
    contentServes: (topics) => `  Answers            ${topics}`,
    contentBroken: (faults) =>
      `  ATTENTION: the content files have ${faults}, the last good ones serve. What to mend: npm run content`,
    channelOn: (name, how) => `  ${name.padEnd(18)} on: ${how}`,
    channelOff: (name, setting) => `  ${name.padEnd(18)} off: ${setting}`,
    channel: { web: 'Web chat', telegram: 'Telegram' },
    how: { web: 'on this page and on your sites', webhook: 'webhook', polling: 'polling' },
    off: {
      disabled: 'okno.yaml says so (channels.telegram.enabled)',
      'no-token': 'set OKNO_TELEGRAM_TOKEN to turn it on (the token comes from @BotFather)',
      profile: 'profile state-ru (41-FZ); another profile: profile in okno.yaml',
      'web-disabled': 'okno.yaml says so (channels.web.enabled)',
    },
    demonstration:
      '  The answers are for demonstration: phones and addresses are made up. Replace them and name the service: operator_of_service in okno.yaml',
    stopHint: '  To stop: Ctrl+C',
    stopping: 'Stopping: finishing what was begun…',
    stopped: 'Stopped. Everything that was accepted is kept.',
    chatHint: 'A talk with the Okno bot. An empty line or Ctrl+D ends it. Nothing is kept.',
    topics: (count) => `${count} ${count === 1 ? 'topic' : 'topics'}`,
    faults: (count) => `${count} ${count === 1 ? 'error' : 'errors'}`,
    help: `Okno, the messenger gateway of a contact centre.

  npm start                    run the gateway
  npm run chat                 talk to the bot in the terminal
  npm run content              check the content files: errors with their lines and cures
  npm run okno -- help         this help

Environment: PORT (8080), HOST (0.0.0.0), OKNO_DATA (./data), OKNO_SETTINGS (./okno.yaml),
DATABASE_URL (postgres://…; embedded SQLite without it), OKNO_TELEGRAM_TOKEN, OKNO_LANG (ru, en).
A secret may come from a file: OKNO_TELEGRAM_TOKEN_FILE=/run/secrets/telegram`,
  },
}

const RUSSIAN = new Intl.PluralRules('ru')

function plural(count: number, one: string, few: string, many: string): string {
  switch (RUSSIAN.select(count)) {
    case 'one':
      return one
    case 'few':
      return few
    default:
      return many
  }
}

import type { Locale } from './locale.ts'

type Details = Readonly<Record<string, string | number>>
type Wording = Readonly<Record<Locale, (d: Details) => string>>

/**
 * Every fault that a person is told of, with its cure. A refusal that belongs to the domain (a ticket
 * already taken) is a value, not an error; HTTP status codes live at the doors.
 */
export const FAULTS = {
  SETTINGS_INVALID: {
    ru: (d) => `Настройки не годятся:\n${d['list']}`,
    en: (d) => `The settings are not usable:\n${d['list']}`,
  },
  CONTENT_INVALID: {
    ru: (d) => `В содержании есть ошибки (${d['count']}):\n${d['list']}`,
    en: (d) => `The content has errors (${d['count']}):\n${d['list']}`,
  },
  SETTING_UNKNOWN: {
    ru: (d) => `${d['at']}: настройки «${d['name']}» нет; есть: ${d['known']}`,
    en: (d) => `${d['at']}: there is no setting "${d['name']}"; there are: ${d['known']}`,
  },
  SETTING_CHOICE: {
    ru: (d) => `${d['at']}: «${d['name']}» должно быть одним из: ${d['known']}`,
    en: (d) => `${d['at']}: "${d['name']}" must be one of: ${d['known']}`,
  },
  SETTING_SHAPE: {
    ru: (d) => `${d['at']}: «${d['name']}» должно быть таким: ${d['cure']}`,
    en: (d) => `${d['at']}: "${d['name']}" must be like this: ${d['cure']}`,
  },
  SETTING_MISSING: {
    ru: (d) => `${d['at']}: нужна ещё настройка «${d['name']}»: ${d['cure']}`,
    en: (d) => `${d['at']}: the setting "${d['name']}" is needed, too: ${d['cure']}`,
  },
  SETTINGS_UNREADABLE: {
    ru: (d) =>
      `Файл настроек ${d['file']} не читается (${d['why']}). Создайте его, проверьте права или уберите OKNO_SETTINGS`,
    en: (d) =>
      `The settings file ${d['file']} cannot be read (${d['why']}). Make it, check its rights, or unset OKNO_SETTINGS`,
  },
  SECRET_UNREADABLE: {
    ru: (d) => `${d['name']}: файл с секретом не читается (${d['why']}). Проверьте путь и права`,
    en: (d) =>
      `${d['name']}: the file with the secret cannot be read (${d['why']}). Check its path and rights`,
  },
  PORT_TAKEN: {
    ru: (d) => `Порт ${d['port']} уже занят. Выберите другой: PORT=${Number(d['port']) + 1} npm start`,
    en: (d) => `Port ${d['port']} is taken. Choose another: PORT=${Number(d['port']) + 1} npm start`,
  },
  PORT_FORBIDDEN: {
    ru: (d) => `На порт ${d['port']} нет прав. Порты от 1024 открыты всем: PORT=8080 npm start`,
    en: (d) => `Port ${d['port']} is not permitted. Ports from 1024 on are: PORT=8080 npm start`,
  },
  HOST_UNUSABLE: {
    ru: (d) =>
      `Адреса ${d['host']} на этой машине нет (${d['why']}). Укажите её собственный, 127.0.0.1 или 0.0.0.0: HOST=0.0.0.0 npm start`,
    en: (d) =>
      `This machine has no address ${d['host']} (${d['why']}). Name one of its own, 127.0.0.1 or 0.0.0.0: HOST=0.0.0.0 npm start`,
  },
  FOLDER_UNWRITABLE: {
    ru: (d) =>
      `В папку данных ${d['folder']} нельзя писать (${d['why']}). Дайте на неё права или укажите другую: OKNO_DATA=/путь npm start`,
    en: (d) =>
      `The data folder ${d['folder']} cannot be written (${d['why']}). Grant the right or name another: OKNO_DATA=/path npm start`,
  },
  FOLDER_IN_USE: {
    ru: (d) =>
      `Папка данных ${d['folder']} уже занята другим процессом Okno. Остановите его или укажите другую: OKNO_DATA=/путь npm start`,
    en: (d) =>
      `The data folder ${d['folder']} is in use by another Okno. Stop that one or name another: OKNO_DATA=/path npm start`,
  },
  DATABASE_NEWER: {
    ru: (d) =>
      `База данных новее программы: в ней есть изменение ${d['found']}, программа знает до ${d['known']}. Запустите новую версию Okno или верните копию из ${d['backups']}`,
    en: (d) =>
      `The database is newer than the program: it has migration ${d['found']}, the program knows up to ${d['known']}. Run the newer Okno or restore a copy from ${d['backups']}`,
  },
  DATABASE_UNREACHABLE: {
    ru: (d) =>
      `База данных не отвечает (${d['why']}). Проверьте DATABASE_URL и что сервер PostgreSQL запущен; без DATABASE_URL Okno работает на встроенной SQLite`,
    en: (d) =>
      `The database does not answer (${d['why']}). Check DATABASE_URL and that PostgreSQL runs; without DATABASE_URL Okno uses its embedded SQLite`,
  },
  DATABASE_UNUSABLE: {
    ru: (d) =>
      `База данных ${d['file']} не открывается (${d['why']}). Проверьте, есть ли место на диске и не занят ли файл другой программой; испорченный файл верните из резервной копии`,
    en: (d) =>
      `The database ${d['file']} cannot be opened (${d['why']}). See whether the disk is full or another program holds the file; a broken file is restored from a backup`,
  },
  DATABASE_NOT_DURABLE: {
    ru: (d) =>
      `SQLite не подтвердила надёжную запись (synchronous=${d['found']}, нужно FULL). Папка данных должна лежать на обычном диске`,
    en: (d) =>
      `SQLite did not confirm durable writes (synchronous=${d['found']}, FULL is needed). Keep the data folder on an ordinary disk`,
  },
  UNKNOWN_COMMAND: {
    ru: (d) => `Нет такой команды: ${d['command']}. Список команд: npm run okno -- help`,
    en: (d) => `No such command: ${d['command']}. The commands: npm run okno -- help`,
  },
} as const satisfies Readonly<Record<string, Wording>>

export type FaultCode = keyof typeof FAULTS

export class OknoError extends Error {
  override readonly name = 'OknoError'
  readonly code: FaultCode
  readonly details: Details

  constructor(code: FaultCode, details: Details = {}, options?: ErrorOptions) {
    super(FAULTS[code].en(details), options)
    this.code = code
    this.details = details
  }

  /** The fault and its cure, in a person's language. */
  in(locale: Locale): string {
    return FAULTS[this.code][locale](this.details)
  }
}

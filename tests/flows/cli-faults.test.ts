import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, jest } from '@jest/globals'
import { MIGRATIONS } from '../../src/store/migrate.ts'
import { openSqliteStore } from '../../src/store/open-sqlite.ts'
import { fakeClock } from '../fake-clock.ts'
import { ROOT } from './house/house.ts'
import { type Ended, ran } from './house/okno.ts'

/** Far more than it takes: nothing here depends on the time. */
jest.setTimeout(60_000)

const TOKEN = '123456:AA-token_that_nobody_may_read'
const PASSWORD = 'geheim'

/** A person's message with its cure: no stack, no library's words, no secret. */
function expectPlain({ out, err }: Ended): void {
  expect(out).toBe('')
  expect(err).not.toMatch(/\n\s+at |node_modules|Error:|\[object|undefined/)
  expect(err).not.toContain(TOKEN)
  expect(err).not.toContain(PASSWORD)
}

describe('what is wrong at the start', () => {
  const folder = mkdtempSync(join(tmpdir(), 'okno-cli-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const put = (name: string, text: string) => {
    const file = join(folder, name)
    mkdirSync(join(file, '..'), { recursive: true })
    writeFileSync(file, text)
    return file
  }

  it.concurrent.each([
    [{ PORT: 'http' }, 'PORT=8080'],
    [{ PORT: '70000' }, '0…65535'],
    [{ HOST: '192.0.2.1' }, 'HOST=0.0.0.0 npm start'],
    [{ DATABASE_URL: `mysql://okno:${PASSWORD}@db/okno` }, 'postgres://user:password@host:5432/database'],
    [{ DATABASE_URL: `postgres://okno:${PASSWORD}@127.0.0.1:1/okno` }, 'Проверьте DATABASE_URL'],
    [{ DATABASE_URL: `postgres://okno:${PASSWORD}@127.0.0.1:99999/okno` }, 'Проверьте DATABASE_URL'],
    [{ OKNO_TELEGRAM_TOKEN: `not ${TOKEN}` }, '@BotFather'],
    [{ OKNO_TELEGRAM_TOKEN_FILE: '/nowhere/token' }, 'Проверьте путь и права'],
    [{ OKNO_SETTINGS: '/nowhere/okno.yaml' }, 'Создайте его, проверьте права или уберите OKNO_SETTINGS'],
    [{ OKNO_SETTINGS: tmpdir() }, 'проверьте права или уберите OKNO_SETTINGS'],
    [{ OKNO_DATA: join(ROOT, 'package.json') }, 'OKNO_DATA=/путь npm start'],
    [{ OKNO_DATA: join(ROOT, 'package.json', 'data') }, 'OKNO_DATA=/путь npm start'],
  ])('is said with its cure: %j', async (env, cure) => {
    const ended = await ran(['serve'], { OKNO_DATA: mkdtempSync(join(folder, 'data-')), ...env })
    expect(ended.err).toContain(cure)
    expect(ended.code).toBe(1)
    expectPlain(ended)
  })

  it('is said all at once', async () => {
    const env = { PORT: 'x', DATABASE_URL: 'x', OKNO_TELEGRAM_TOKEN: 'x', OKNO_LANG: 'en' }
    const ended = await ran(['serve'], env)
    for (const name of ['PORT', 'DATABASE_URL', 'OKNO_TELEGRAM_TOKEN']) {
      expect(ended.err).toMatch(new RegExp(`^ {2}${name}: `, 'm'))
    }
    expect(ended.err).not.toMatch(/[а-яё]/i)
    expectPlain(ended)
  })

  it.each([
    [{}, 'language: ru\n', 'Настройки не годятся:', 'целое число сообщений в секунду, от 1'],
    [{}, 'language: en\n', 'The settings are not usable:', 'a whole number of messages a second, from 1'],
    [{ OKNO_LANG: 'en' }, 'language: ru\n', 'The settings are not usable:', 'from 1'],
  ])(
    'of the settings is said with its place, in the order of the file: %j %s',
    async (env, first, head, cure) => {
      const file = put(
        'okno.yaml',
        `${first}prot: 8\nlog: loud\nchannels:\n  telegram:\n    per_second: many\n  web: { origin: [] }\n`,
      )
      const ended = await ran(['serve'], { ...env, OKNO_SETTINGS: file })
      const lines = ended.err.trimEnd().split('\n')
      expect(lines[0]).toBe(head)
      expect(lines.slice(1).map((line) => /^ {2}(okno\.yaml:\d+:\d+): /.exec(line)?.[1])).toEqual([
        'okno.yaml:2:1',
        'okno.yaml:3:6',
        'okno.yaml:6:17',
        'okno.yaml:7:10',
      ])
      expect(ended.err).toContain(cure)
      if (head.startsWith('The')) expect(ended.err).not.toMatch(/[а-яё]/i)
      expect(ended.code).toBe(1)
      expectPlain(ended)
    },
  )

  it('of the settings is said where it is no YAML', async () => {
    const ended = await ran(['serve'], {
      OKNO_SETTINGS: put('torn.yaml', 'language: en\nlog: [info\nb: 2\n'),
    })
    expect(ended.err).toMatch(/^The settings are not usable:\n {2}torn\.yaml:\d+:\d+ {2}.+; .+\n$/)
    expect(ended.code).toBe(1)
    expectPlain(ended)
  })

  it('of the database is said: it is newer, or it is none', async () => {
    const newer = join(folder, 'newer')
    mkdirSync(newer)
    const later = { ...MIGRATIONS, '9999-later': async () => undefined }
    await (await openSqliteStore(newer, fakeClock(), later)).close()
    const tooNew = await ran(['serve'], { OKNO_DATA: newer })
    expect(tooNew.err).toMatch(/новее программы.*9999-later.*верните копию из .*newer\/backups/)
    expect(tooNew.code).toBe(1)
    expectPlain(tooNew)

    put('none/okno.sqlite', 'Это не база данных, хотя и лежит на её месте.\n'.repeat(20))
    const none = await ran(['serve'], { OKNO_DATA: join(folder, 'none') })
    expect(none.err).toMatch(/none\/okno\.sqlite не открывается \(SQLITE_NOTADB\)/)
    expect(none.code).toBe(1)
    expectPlain(none)
  })

  it('of the content is said whole, and nothing is served', async () => {
    put('empty/faq/a.yaml', 'topics:\n  - id: A B\n    tilte: x\n')
    const ended = await ran(['serve'], {
      OKNO_DATA: join(folder, 'fresh'),
      OKNO_SETTINGS: put('content.yaml', `content: ${join(folder, 'empty')}\n`),
    })
    expect(ended.err).toMatch(/^В содержании есть ошибки \(\d+\):\n/)
    expect(ended.err).toMatch(/^ {2}faq\/a\.yaml:\d+:\d+ {2}.+; .+$/m)
    expect(ended.err).toMatch(/^ {2}intents\/phrases\.yaml:1:1 {2}/m)
    expect(ended.code).toBe(1)
    expectPlain(ended)
  })

  it('of a command is said, and help is given', async () => {
    const unknown = await ran(['sevre'])
    expect(unknown).toMatchObject({
      code: 2,
      err: 'Нет такой команды: sevre. Список команд: npm run okno -- help\n',
    })
    const help = await ran(['help'], { OKNO_LANG: 'en' })
    expect(help).toMatchObject({ code: 0, err: '' })
    for (const known of ['npm start', 'npm run chat', 'npm run content', 'OKNO_DATA']) {
      expect(help.out).toContain(known)
    }
  })

  it('of the content is what `content` looks for, in the folder that serves', async () => {
    const settings = put('elsewhere.yaml', `content: ${join(folder, 'empty')}\n`)
    put('empty/faq/a.yaml', 'topics:\n  - id: A B\n')
    expect((await ran(['content'])).code).toBe(0)
    expect((await ran(['content', join(folder, 'empty')])).code).toBe(1)
    expect(await ran(['content'], { OKNO_SETTINGS: settings })).toMatchObject({
      code: 1,
      out: expect.stringContaining('faq/a.yaml:2:9'),
    })
    expect((await ran(['content', '--fix'])).code).toBe(2)
  })
})

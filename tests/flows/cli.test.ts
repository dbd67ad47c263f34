import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { until } from '../until.ts'
import { ask } from './house/ask.ts'
import { ROOT } from './house/house.ts'
import { type Okno, okno, ran } from './house/okno.ts'
import { webCitizen } from './house/web-citizen.ts'

/** Far more than it takes: nothing here depends on the time. */
jest.setTimeout(60_000)

const STOPPED = 'Остановлено. Всё принятое сохранено.\n'

describe('the program', () => {
  let folder: string
  const running = new Set<Okno>()
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'okno-cli-'))
  })
  afterAll(async () => {
    for (const each of running) each.signal('SIGKILL')
    await Promise.all([...running].map(({ ended }) => ended))
    rmSync(folder, { recursive: true, force: true })
  })

  const serve = (env: Readonly<Record<string, string>>) => {
    const started = okno(['serve'], env)
    running.add(started)
    return started
  }

  it('makes its folder, says where everything is, lets nobody else in, and stops when asked', async () => {
    const data = join(folder, 'not', 'yet', 'there')
    const first = serve({ OKNO_DATA: data })
    const url = await first.url()
    expect(statSync(data).mode & 0o777).toBe(0o700)
    const lines = first.out().trimEnd().split('\n')
    expect(lines[0]).toBe(`Okno работает: ${url}`)
    expect(lines.some((line) => line.includes('Чат для граждан') && line.includes(`${url}/`))).toBe(true)
    expect(lines.some((line) => line.includes('Telegram') && line.includes('OKNO_TELEGRAM_TOKEN'))).toBe(true)
    expect(lines.some((line) => line.includes(data) && line.includes('SQLite'))).toBe(true)
    expect(lines.length).toBeLessThan(12)
    expect((await ask(`${url}/`)).status).toBe(200)
    expect(JSON.parse((await ask(`${url}/readyz`)).text)).toEqual({ status: 'ready', faults: [] })

    const second = await ran(['serve'], { OKNO_DATA: data })
    expect(second).toMatchObject({ code: 1, out: '' })
    expect(second.err).toMatch(/^Папка данных .+ уже занята другим процессом Okno\..+OKNO_DATA=.+\n$/)
    const { port } = new URL(url)
    const third = await ran(['serve'], { OKNO_DATA: join(folder, 'other'), PORT: port })
    expect(third).toMatchObject({ code: 1, out: '' })
    expect(third.err).toBe(`Порт ${port} уже занят. Выберите другой: PORT=${Number(port) + 1} npm start\n`)

    first.signal('SIGTERM')
    const { code, signal, out } = await first.ended
    expect([code, signal]).toEqual([0, null])
    expect(out.endsWith(STOPPED)).toBe(true)
  })

  it('stops at Ctrl+C, and a second one does no harm to what is kept', async () => {
    const data = join(folder, 'interrupted')
    const anna = webCitizen()
    const first = serve({ OKNO_DATA: data })
    expect((await anna.says(await first.url(), 'какой телефон')).status).toBe(202)
    first.signal('SIGINT')
    first.signal('SIGINT')
    const { code, signal } = await first.ended
    expect(signal === 'SIGINT' || code === 0).toBe(true)

    const next = serve({ OKNO_DATA: data })
    const reading = anna.reads(await next.url())
    await until('an answer', () => reading.items.some(({ author }) => author === 'bot'))
    expect(reading.items.filter(({ author }) => author === 'citizen')).toHaveLength(1)
    reading.close()
    next.signal('SIGINT')
    expect((await next.ended).code).toBe(0)
  })

  it('answers every line that comes through a pipe, ends by itself and keeps nothing', async () => {
    const temporary = join(folder, 'tmp')
    mkdirSync(temporary)
    const lines = [
      'какой у вас номер телефона',
      'абракадабра',
      'часы работы операторов',
      '/human',
      '',
      'after the end',
    ]
    const { code, out, err } = await ran(['chat'], { TMPDIR: temporary }, lines.join('\n'))
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const [hint = '', ...replies] = out.split('\n\n').filter((text) => text.trim() !== '')
    expect(hint).toContain('Ничего не сохраняется')
    expect(replies.length).toBeGreaterThanOrEqual(5)
    expect(out).toMatch(/8 800[\s\S]+Не совсем[\s\S]+08:00[\s\S]+Номер вашего обращения — \d{3}-\d\d-/)
    expect(out).not.toContain('{{')
    expect(readdirSync(temporary)).toEqual([])
  })

  it('takes an answer live while it runs, and never one that is broken', async () => {
    const content = join(folder, 'content')
    for (const part of ['faq', 'intents']) cpSync(join(ROOT, part), join(content, part), { recursive: true })
    const settings = join(folder, 'okno.yaml')
    writeFileSync(settings, `content: ${content}\nlog: info\n`)
    const env = { OKNO_DATA: join(folder, 'live'), OKNO_SETTINGS: settings }
    const file = join(content, 'faq', 'contacts.yaml')
    const good = readFileSync(file, 'utf8')
    const ANSWER = '        Единый номер поддержки'
    expect(good).toContain(ANSWER)

    const first = serve(env)
    const url = await first.url()
    const answerNow = async (at: string) => {
      const citizen = webCitizen()
      await citizen.says(at, 'какой у вас номер телефона')
      const reading = citizen.reads(at)
      await until('an answer', () => reading.items.some(({ text }) => text.includes('8 800')))
      reading.close()
      return reading.items.map(({ text }) => text).join('\n')
    }
    expect(await answerNow(url)).not.toContain('Новый ответ')

    writeFileSync(file, good.replace(ANSWER, '        Новый ответ: единый номер поддержки'))
    await until('the new answer is live', async () => (await answerNow(url)).includes('Новый ответ'))
    writeFileSync(file, `${good.replace(ANSWER, '        Другой ответ')}\n  - id: [\n`)
    await until('the broken file is told of', () => first.err().includes('content.broken'))
    expect(await answerNow(url)).toContain('Новый ответ')
    expect((await ask(`${url}/readyz`)).status).toBe(200)
    first.signal('SIGTERM')
    await first.ended
    expect(first.err()).not.toContain('номер телефона')

    const next = serve(env)
    const again = await next.url()
    expect(next.out()).toMatch(/ВНИМАНИЕ: в файлах ответов \d+ ошиб.+npm run content/)
    expect(next.err()).toContain('content.broken')
    expect((await ask(`${again}/readyz`)).status).toBe(200)
    expect(await answerNow(again)).toContain('Новый ответ')
    next.signal('SIGTERM')
    expect((await next.ended).code).toBe(0)
    expect(existsSync(join(folder, 'live', 'okno.sqlite'))).toBe(true)
  })
})

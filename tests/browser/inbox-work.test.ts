import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { buildInbox } from '../../handoff/inbox/build.ts'
import { addOperators, addTickets, longDialogue, PASSWORD, waiting } from '../fakes/inbox/example.ts'
import { type FakeInbox, startFakeInbox } from '../fakes/inbox/server.ts'
import { until } from '../until.ts'
import { launchBrowser } from './support/browser.ts'

/** What operators do on the page, against a server that can be made to misbehave. */
const MARIA = 'session-of-maria'

let folder: string
let page: string
let browser: Browser
let fake: FakeInbox
let context: BrowserContext

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'okno-inbox-'))
  page = await buildInbox(folder)
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await rm(folder, { recursive: true })
})
beforeEach(async () => {
  fake = await startFakeInbox(page)
  addOperators(fake)
  addTickets(fake.desk)
  context = await browser.newContext({ locale: 'ru-RU', viewport: { width: 1440, height: 900 } })
  fake.sessions.set(MARIA, 'maria')
  await context.addCookies([{ name: 'okno_session', value: MARIA, url: fake.url }])
})
afterEach(async () => {
  await context.close()
  await fake.close()
})

async function open(path = ''): Promise<Page> {
  const screen = await context.newPage()
  await screen.goto(`${fake.url}/inbox/${path}`)
  await screen.getByText('Светлана').first().waitFor()
  await screen.getByText('На связи').waitFor()
  return screen
}

const answerBox = (screen: Page) => screen.getByLabel('Ответ гражданину')
/** Scrolls the dialogue; says how far it is from the top then, px. */
const scroll = (screen: Page, to: string) =>
  screen.evaluate<number>(
    `{ const element = document.querySelector('[role="log"]'); element.scrollTop = ${to}; element.scrollTop }`,
  )
const said = (id: number) => fake.desk.get(id).messages.map(({ text }) => text)

describe('by keyboard alone', () => {
  it('the next is taken, answered and resolved', async () => {
    const screen = await open()
    await screen.keyboard.press('n')
    await answerBox(screen).waitFor()
    await screen.keyboard.type('Здравствуйте!')
    await screen.keyboard.press('Shift+Enter')
    await screen.keyboard.type('Сейчас посмотрю.')
    await screen.keyboard.press('Enter')
    await until('the answer arrived', () => said(101).includes('Здравствуйте!\nСейчас посмотрю.'))
    await until('the box is empty', async () => (await answerBox(screen).inputValue()) === '')
    await screen.keyboard.press('Escape')
    await screen.keyboard.press('e')
    await screen.getByText('Диалог 4101-7 решён.').waitFor()
    expect(fake.desk.get(101).summary).toMatchObject({ state: 'resolved', operator: { id: 'maria' } })
  })

  it('one moves in the queue, opens, claims and gives back, on a Russian layout', async () => {
    const screen = await open()
    const russian = (key: string, code: string) =>
      screen.evaluate(
        `window.dispatchEvent(new KeyboardEvent('keydown', ${JSON.stringify({ key, code, cancelable: true })}))`,
      )
    await russian('о', 'KeyJ')
    await russian('о', 'KeyJ')
    await screen.keyboard.press('Enter')
    await screen.getByRole('heading', { name: 'Андрей Викторович' }).waitFor()
    await russian('с', 'KeyC')
    await until('it is claimed', () => fake.desk.get(102).summary.state === 'claimed')
    await answerBox(screen).waitFor()
    await russian('г', 'KeyU')
    await until('it is given back', () => fake.desk.get(102).summary.state === 'waiting')
  })

  it('nothing is done while one types in a field', async () => {
    const screen = await open('tickets/104')
    await answerBox(screen).press('Escape')
    await screen.keyboard.press('/')
    await screen.keyboard.type('ecun')
    expect(await screen.getByLabel('Текст, имя, номер').inputValue()).toBe('ecun')
    expect(fake.desk.get(104).summary.state).toBe('claimed')
  })
})

describe('live', () => {
  it('a new ticket appears by itself, and in the title', async () => {
    const screen = await open()
    fake.desk.add(waiting(201, 0, 'Новый Человек', 'Позовите оператора', undefined))
    await screen.getByText('Новый Человек').waitFor()
    expect(await screen.title()).toBe('(4) Окно')
  })

  it('seven tabs share one stream, and all of them hear', async () => {
    const screens = [await open()]
    while (screens.length < 7) screens.push(await open())
    expect(fake.streams.count()).toBe(1)
    fake.desk.hear(101, 'Слышно во всех?')
    for (const screen of screens) await screen.getByText('Слышно во всех?').waitFor()
  })

  it('what happened while the line was cut is there after the return', async () => {
    const screen = await open('tickets/104')
    fake.troubles.broken = /events/
    fake.streams.cut()
    await screen.getByText(/Связь потеряна/).waitFor()
    await until('the line is cut', () => fake.streams.count() === 0)
    fake.desk.hear(104, 'Пока вас не было')
    fake.troubles.broken = undefined
    await screen.getByRole('log').getByText('Пока вас не было').waitFor()
    await screen.getByText(/Связь вернулась/).waitFor()
  })

  it('an event that was lost is noticed by the next', async () => {
    const screen = await open()
    fake.desk.get(101).summary = { ...fake.desk.get(101).summary, preview: 'Никем не сказано', version: 9 }
    fake.streams.skip()
    fake.desk.hear(102, 'Следующее')
    await screen.getByText('Никем не сказано').waitFor()
  })

  it('without shared workers one tab is elected, and another when it goes', async () => {
    await context.addInitScript('delete window.SharedWorker')
    const first = await open()
    const second = await open()
    expect(fake.streams.count()).toBe(1)
    await first.close()
    await until('another tab holds the line', () => fake.streams.count() === 1)
    fake.desk.hear(101, 'Новая хозяйка линии')
    await second.getByText('Новая хозяйка линии').waitFor()
  })
})

describe('two operators', () => {
  it('the slower one is told who has it', async () => {
    const screen = await open('tickets/102')
    fake.troubles.delayMs = 500
    const ivan = fake.operators[1]?.row
    if (ivan === undefined) throw new Error('no Ivan')
    await screen.keyboard.press('c')
    fake.desk.act('claim', 102, ivan)
    await screen.getByText('Диалог уже взял(а) Иван Петров.').waitFor()
    await screen.getByText('Диалог ведёт Иван Петров.', { exact: false }).waitFor()
  })

  it('the next is taken even when a colleague took the first', async () => {
    const screen = await open()
    await context.route('**/api/tickets/101/claim', (route) =>
      route.fulfill({ status: 409, json: { error: 'not-waiting', operator: 'Иван Петров' } }),
    )
    await screen.keyboard.press('n')
    await screen.getByRole('heading', { name: 'Андрей Викторович' }).waitFor()
    expect(fake.desk.get(102).summary.operator?.id).toBe('maria')
  })
})

describe('a draft', () => {
  it('survives a reload and the loss of the claim', async () => {
    const screen = await open('tickets/104')
    await answerBox(screen).fill('Недописано')
    await screen.reload()
    await answerBox(screen).waitFor()
    expect(await answerBox(screen).inputValue()).toBe('Недописано')
    fake.desk.change(104, { state: 'waiting', operator: undefined })
    await screen.getByText('Ваш черновик сохранён.').waitFor()
    await screen.getByText('Недописано').waitFor()
  })

  it('survives the end of the session, and is sent once after the login', async () => {
    const screen = await open('tickets/104')
    await answerBox(screen).fill('Дописано до конца')
    fake.sessions.clear()
    await screen.keyboard.press('Enter')
    await screen.getByLabel('Пароль').first().fill(PASSWORD)
    await screen.keyboard.press('Enter')
    await screen.getByRole('dialog').waitFor({ state: 'hidden' })
    await answerBox(screen).press('Enter')
    await screen.getByRole('log').getByText('Дописано до конца').waitFor()
    expect(said(104).filter((text) => text === 'Дописано до конца')).toHaveLength(1)
  })

  it('is not shown to another who logs in at the same place', async () => {
    const screen = await open('tickets/104')
    await answerBox(screen).fill('Только для Марии')
    fake.sessions.clear()
    await screen.keyboard.press('Enter')
    await screen.getByLabel('Логин').fill('ivan')
    await screen.getByLabel('Пароль').first().fill(PASSWORD)
    await screen.keyboard.press('Enter')
    await screen.getByText('Диалог ведёт Мария Ковалёва.', { exact: false }).waitFor()
    expect(await screen.getByText('Только для Марии').count()).toBe(0)
  })

  it('is sent once though the answer to the first attempt was lost', async () => {
    const screen = await open('tickets/104')
    let lost = 0
    await context.route('**/api/tickets/104/answer', async (route) => {
      if (lost++ > 0) return route.continue()
      await route.fetch()
      await route.abort()
    })
    await answerBox(screen).fill('Один раз')
    await screen.keyboard.press('Enter')
    await screen.getByText(/Связь оборвалась/).waitFor()
    await screen.keyboard.press('Enter')
    await until('the box is empty', async () => (await answerBox(screen).inputValue()) === '')
    expect(said(104).filter((text) => text === 'Один раз')).toHaveLength(1)
  })

  it('is not sent past something unread', async () => {
    fake.desk.add(longDialogue(300, 400))
    fake.desk.change(300, { state: 'claimed', operator: { id: 'maria', name: 'Мария Ковалёва' } })
    const screen = await open('tickets/300')
    await answerBox(screen).fill('Ответ')
    await scroll(screen, 'element.scrollTop - 900')
    await screen.getByText('К последним').waitFor()
    fake.desk.hear(300, 'Нет, погодите, всё уже решилось')
    await screen.getByText('1 новое сообщение').waitFor()
    await answerBox(screen).press('Enter')
    await screen.getByText(/Пока вы писали, пришло 1 сообщение/).waitFor()
    expect(said(300)).not.toContain('Ответ')
    await answerBox(screen).press('Enter')
    await until('it was sent', () => said(300).includes('Ответ'))
  })
})

describe('logging out', () => {
  it('leaves nothing on the screen, and ends the work of other tabs', async () => {
    const other = await open()
    const screen = await open('tickets/104')
    await screen.getByLabel(/^Меню/).click()
    await screen.getByText('Выйти').click()
    await screen.getByRole('heading', { name: 'Вход' }).waitFor()
    expect(await screen.getByText('Елена').count()).toBe(0)
    await other.getByText('Войдите снова', { exact: true }).waitFor()
    await until('the stream ends', () => fake.streams.count() === 0)
  })
})

describe('a long dialogue', () => {
  it('shows what is earlier without moving what one reads', async () => {
    fake.desk.add(longDialogue(300, 1000))
    const screen = await open('tickets/300')
    const log = screen.getByRole('log')
    expect(await log.locator('article').count()).toBe(150)
    await scroll(screen, '0')
    await until('more is shown', async () => (await log.locator('article').count()) > 150)
    const top = await scroll(screen, 'element.scrollTop')
    expect(top).toBeGreaterThan(1000)
  })
})

describe('what a citizen writes', () => {
  it('is never anything but text', async () => {
    const evil = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>'
    fake.desk.change(101, { citizen: evil, topic: evil, team: evil })
    fake.desk.hear(101, evil)
    fake.desk.hear(101, 'javascript:alert(1) data:text/html,<b>x</b>')
    const { turns, messages } = fake.desk.get(101)
    turns.push({
      afterSeq: 1,
      at: 0,
      kind: 'clarify',
      why: evil,
      candidates: [{ title: evil, confidence: 0.4 }],
      read: evil,
      repairs: [evil],
    })
    const [first] = messages
    if (first !== undefined) {
      messages.push({ ...first, seq: 99, choices: [evil], files: [{ name: evil, type: evil, bytes: 1 }] })
    }
    const screen = await context.newPage()
    await screen.goto(`${fake.url}/inbox/tickets/101`)
    await screen.getByRole('log').getByText(evil).first().waitFor()
    expect(await screen.evaluate('window.hacked')).toBeUndefined()
    expect(
      await screen.locator('main img, main script, main a[href^="javascript"], main a[href^="data"]').count(),
    ).toBe(0)
  })
})

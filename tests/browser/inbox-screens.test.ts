import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { buildInbox } from '../../handoff/inbox/build.ts'
import { addOperators, addTickets, longDialogue, PASSWORD } from '../fakes/inbox/example.ts'
import { type FakeInbox, startFakeInbox } from '../fakes/inbox/server.ts'
import { seriousFaults } from './support/axe.ts'
import { launchBrowser, shoot } from './support/browser.ts'

/** Every state of the operators' page is drawn, kept as a picture for people to look at, and has no serious fault. */
const SIZES = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } }
const MARIA = 'session-of-maria'

let folder: string
let page: string
let browser: Browser
let fake: FakeInbox

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
})
afterEach(() => fake.close())

interface State {
  readonly name: string
  /** Where one begins, below `/inbox/`. */
  readonly at?: string
  readonly isOut?: boolean
  readonly prepare?: () => void
  readonly reach: (page: Page, context: BrowserContext) => Promise<void>
}

const full = () => addTickets(fake.desk)
const seen = (text: string | RegExp) => (screen: Page) => screen.getByText(text).first().waitFor()

const STATES: readonly State[] = [
  { name: 'login', isOut: true, reach: seen('Войти') },
  {
    name: 'login-wrong',
    isOut: true,
    async reach(screen) {
      await screen.getByLabel('Логин').fill('maria')
      await screen.getByLabel('Пароль').first().fill('не тот пароль')
      await screen.keyboard.press('Enter')
      await screen.getByRole('alert').waitFor()
    },
  },
  {
    name: 'link-first',
    isOut: true,
    at: 'link/first',
    prepare: () => fake.links.set('first', undefined),
    async reach(screen) {
      await screen.getByLabel('Новый пароль').first().fill('коротко')
      await screen.getByText('Ещё 5 знаков').waitFor()
    },
  },
  { name: 'link-dead', isOut: true, at: 'link/nonsense', reach: seen('Ссылка не действует') },
  { name: 'empty', reach: seen('Очередь пуста') },
  { name: 'loading', prepare: () => Object.assign(fake.troubles, { delayMs: 3000 }), reach: loading },
  {
    name: 'error',
    prepare: () => Object.assign(fake.troubles, { broken: /^(queue|tickets)/ }),
    at: 'tickets/104',
    reach: (screen) => screen.getByText('Не получилось загрузить').last().waitFor({ timeout: 20_000 }),
  },
  { name: 'queue', prepare: full, reach: seen('Светлана') },
  { name: 'dialogue', at: 'tickets/104', prepare: full, reach: seen('вот скриншот') },
  {
    name: 'offline',
    at: 'tickets/104',
    prepare: full,
    async reach(screen, context) {
      await screen.getByText('вот скриншот').waitFor()
      await context.setOffline(true)
      await screen.getByText(/Нет сети/).waitFor()
    },
  },
  {
    name: 'not-sent',
    at: 'tickets/104',
    prepare: full,
    async reach(screen) {
      await screen.getByLabel('Ответ гражданину').fill('Елена, данные исправят за два дня.')
      fake.troubles.broken = /answer/
      await screen.keyboard.press('Enter')
      await screen.getByText(/Связь оборвалась/).waitFor()
    },
  },
  {
    name: 'session-ended',
    at: 'tickets/104',
    prepare: full,
    async reach(screen) {
      await screen.getByLabel('Ответ гражданину').fill('Елена, данные исправят за два дня.')
      fake.sessions.clear()
      await screen.keyboard.press('Enter')
      await screen.getByText('Войдите снова', { exact: true }).waitFor()
    },
  },
  {
    name: 'note',
    at: 'tickets/104',
    prepare: full,
    async reach(screen) {
      await screen.getByText('Заметка', { exact: true }).last().click()
      await screen.getByLabel(/Заметка для коллег/).fill('Перезвонить после обеда.')
    },
  },
  {
    name: 'context',
    at: 'tickets/104',
    prepare: full,
    // Beside the dialogue at a desk, behind a button on a phone.
    async reach(screen) {
      await screen.getByText('вот скриншот').waitFor()
      const button = screen.getByRole('button', { name: 'Сведения' })
      if (await button.isVisible()) await button.click()
      await screen.getByText('Что понял бот').waitFor()
    },
  },
  { name: 'colleague', at: 'tickets/106', prepare: full, reach: seen(/Диалог ведёт/) },
  { name: 'provisional', at: 'tickets/107', prepare: full, reach: seen(/Отвечает бот/) },
  { name: 'resolved', at: 'tickets/108', prepare: full, reach: seen(/Диалог решён/) },
  { name: 'gone', at: 'tickets/999', prepare: full, reach: seen('Такого диалога нет') },
  {
    name: 'long',
    at: 'tickets/300',
    prepare: () => fake.desk.add(longDialogue(300, 3000)),
    reach: seen(/Сообщение 3000/),
  },
  {
    name: 'nothing-found',
    prepare: full,
    async reach(screen) {
      await screen.getByLabel('Текст, имя, номер').fill('такого нет')
      await screen.getByText('Ничего не нашлось').waitFor()
    },
  },
  {
    name: 'keys',
    prepare: full,
    async reach(screen) {
      await screen.getByText('Светлана').waitFor()
      await screen.keyboard.press('?')
      await screen.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'menu',
    prepare: full,
    async reach(screen) {
      await screen.getByLabel(/^Меню/).click()
      await screen.getByText('Сменить пароль').waitFor()
    },
  },
  { name: 'operators', at: 'operators', reach: seen('Пётр Ильин') },
  {
    name: 'operator-link',
    at: 'operators',
    async reach(screen) {
      await screen.getByText('Добавить').click()
      await screen.getByLabel('Имя').fill('Николай')
      await screen.getByLabel('Логин').fill('nikolay')
      await screen.getByText('Создать ссылку').click()
      await screen.getByText('Одноразовая ссылка').waitFor()
    },
  },
  {
    name: 'operator-disable',
    at: 'operators',
    async reach(screen) {
      await screen.getByText('Отключить', { exact: true }).first().click()
      await screen.getByText(/Войти будет нельзя/).waitFor()
    },
  },
  {
    name: 'english',
    at: 'tickets/104',
    prepare() {
      full()
      for (const operator of fake.operators) operator.locale = 'en'
    },
    reach: seen('not delivered'),
  },
]

async function loading(screen: Page): Promise<void> {
  await screen.getByLabel('Загружаем…').first().waitFor()
}

for (const [size, viewport] of Object.entries(SIZES)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    describe(`the inbox, ${colorScheme}, at a ${size}`, () => {
      it.each(STATES)('$name', async ({ name, at = '', isOut = false, prepare, reach }) => {
        const context = await browser.newContext({ locale: 'ru-RU', viewport, colorScheme })
        const screen = await context.newPage()
        const complaints: string[] = []
        screen.on('pageerror', ({ message }) => complaints.push(message))
        screen.on('console', (message) => {
          if (/Content Security Policy/i.test(message.text())) complaints.push(message.text())
        })
        try {
          prepare?.()
          if (!isOut) await enter(context)
          await screen.goto(`${fake.url}/inbox/${at}`)
          await reach(screen, context)
          await shoot(screen, `inbox-${name}-${size}-${colorScheme}`)
          expect(complaints).toEqual([])
          expect(await seriousFaults(screen)).toEqual([])
          expect(await overflow(screen)).toBe(0)
        } finally {
          await context.close()
        }
      })
    })
  }
}

async function enter(context: BrowserContext): Promise<void> {
  fake.sessions.set(MARIA, 'maria')
  await context.addCookies([{ name: 'okno_session', value: MARIA, url: fake.url }])
}

/** How much wider the page is than its window, px. */
function overflow(screen: Page): Promise<number> {
  return screen.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
}

describe('the login', () => {
  it('lets one in', async () => {
    full()
    const context = await browser.newContext({ locale: 'ru-RU' })
    const screen = await context.newPage()
    await screen.goto(`${fake.url}/inbox/`)
    await screen.getByLabel('Логин').fill('maria')
    await screen.getByLabel('Пароль').first().fill(PASSWORD)
    await screen.keyboard.press('Enter')
    await screen.getByText('Светлана').waitFor()
    expect(await screen.title()).toBe('(3) Окно')
    await context.close()
  })
})

import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { DESK, launchBrowser, PHONE, shoot } from './support/browser.ts'
import { Citizen } from './support/citizen.ts'
import { type Gateway, startGateway } from './support/gateway.ts'

let gateway: Gateway
let browser: Browser
let axe: string

beforeAll(async () => {
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  gateway = await startGateway()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await gateway?.remove()
})

/** What axe finds, but for what it calls minor or moderate. */
async function seriousFaults(page: Page): Promise<string[]> {
  // Contrast is measured on what stands still.
  await page.waitForTimeout(300)
  await page.evaluate(axe)
  return await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } }
    interface Violation {
      readonly id: string
      readonly impact: string
      readonly nodes: readonly { readonly target: unknown; readonly failureSummary: string }[]
    }
    const { violations } = await axe.run()
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id} ${JSON.stringify(target)} ${failureSummary}`),
      )
  })
}

describe.each([
  ['desk-light', { ...DESK, colorScheme: 'light' as const }],
  ['desk-dark', { ...DESK, colorScheme: 'dark' as const }],
  ['phone-light', { ...PHONE, colorScheme: 'light' as const }],
  ['phone-dark', { ...PHONE, colorScheme: 'dark' as const }],
  ['narrow', { ...DESK, viewport: { width: 320, height: 568 } }],
  ['zoomed', { ...DESK, viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 }],
])('on %s', (name, options) => {
  it('every state is usable by everybody, as far as axe can tell', async () => {
    const page = await browser.newPage(options)
    const citizen = new Citizen(page)
    await page.goto(gateway.url)
    await page.locator('okno-chat').waitFor({ state: 'attached' })
    await shoot(page, `40-${name}-page`)
    expect(await seriousFaults(page)).toEqual([])
    await citizen.comes(gateway.url)
    await citizen.asks('По какому номеру телефона позвонить в поддержку?')
    await citizen.asks('телефон')
    await page.waitForTimeout(300)
    await shoot(page, `41-${name}-chat`)
    expect(await seriousFaults(page)).toEqual([])
    await citizen.opensMenu()
    await shoot(page, `42-${name}-menu`)
    expect(await seriousFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Завершить и забыть' }).click()
    await shoot(page, `43-${name}-end`)
    expect(await seriousFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Вернуться к разговору' }).click()
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow).toBeLessThanOrEqual(0)
    await page.close()
  })
})

describe('with the keyboard alone', () => {
  it('the chat is opened, used and left, and the focus is where one expects it', async () => {
    const page = await browser.newPage({ ...DESK, viewport: { width: 1280, height: 800 } })
    const citizen = new Citizen(page)
    const focused = () =>
      page.evaluate(() => {
        const inner = document.activeElement?.shadowRoot?.activeElement
        return (
          inner?.getAttribute('aria-label') ??
          inner?.id ??
          inner?.textContent ??
          document.activeElement?.tagName
        )
      })
    await page.goto(gateway.url)
    await citizen.replies().first().waitFor()
    expect(await focused()).toBe('BODY')
    await citizen.write.focus()
    await page.keyboard.press('Escape')
    expect(await focused()).toBe('Задать вопрос')
    await page.keyboard.press('Enter')
    expect(await focused()).toBe('okno-message')

    await page.keyboard.type('телефон')
    await page.keyboard.press('Shift+Enter')
    await page.keyboard.type('поддержки')
    expect(await citizen.write.inputValue()).toBe('телефон\nподдержки')
    const before = await citizen.replies().count()
    await page.keyboard.press('Enter')
    await citizen.hears(before)
    expect(await citizen.write.inputValue()).toBe('')

    await page.keyboard.press('Shift+Tab')
    while ((await focused()) !== 'Меню') await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await focused()).toBe('Позвать человека')
    await shoot(page, '50-keyboard-menu')
    await page.keyboard.press('Escape')
    expect(await focused()).toBe('Меню')
    expect(await page.locator('.panel').isVisible()).toBe(true)
    await page.keyboard.press('Escape')
    expect(await focused()).toBe('Задать вопрос')
    await page.close()
  })

  it('a panel that covers the page keeps the focus', async () => {
    const page = await browser.newPage({ ...DESK, viewport: { width: 360, height: 740 } })
    const citizen = new Citizen(page)
    await citizen.comes(gateway.url)
    for (let presses = 0; presses < 30; presses++) {
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('OKNO-CHAT')
    }
    await page.close()
  })
})

describe('in English', () => {
  it('the page, the widget and the bot speak it', async () => {
    const page = await browser.newPage({ ...DESK, locale: 'en-GB' })
    const citizen = new Citizen(page)
    await citizen.comes(`${gateway.url}/?lang=en`)
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Ask in your own words')
    expect((await citizen.transcript()).join(' ')).not.toMatch(/[а-яё]/i)
    await citizen.asks('what is the support phone number?')
    expect((await citizen.transcript()).join(' ')).toMatch(/8.800.\d/)
    await shoot(page, '60-english')
    await page.close()
  })

  it('the widget changes to it in the middle, and the bot follows', async () => {
    const page = await browser.newPage(DESK)
    const citizen = new Citizen(page)
    await citizen.comes(gateway.url)
    const before = await citizen.replies().count()
    await citizen.opensMenu()
    await page.getByRole('button', { name: 'Switch to English' }).click()
    expect(await citizen.hears(before)).toMatch(/English/)
    expect(await page.getByRole('button', { name: 'Send' }).isVisible()).toBe(true)
    await shoot(page, '61-switched')
    await page.close()
  })
})

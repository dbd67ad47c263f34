import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { DESK, shoot } from './support/browser.ts'
import { Citizen } from './support/citizen.ts'
import { openStage, type Stage } from './support/stage.ts'

/** The name of what has the focus, inside the widget or outside. */
const FOCUSED = `(() => {
  const inner = document.activeElement.shadowRoot?.activeElement
  return inner?.getAttribute('aria-label') ?? (inner?.id || inner?.textContent || document.activeElement.tagName)
})()`

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

describe('with the keyboard alone', () => {
  it('the chat is opened, used and left, and the focus is where one expects it', async () => {
    const page = await stage.browser.newPage({ ...DESK, viewport: { width: 1280, height: 800 } })
    const citizen = new Citizen(page)
    const focused = () => page.evaluate(FOCUSED)
    await page.goto(stage.gateway.url)
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
    const page = await stage.browser.newPage({ ...DESK, viewport: { width: 360, height: 740 } })
    const citizen = new Citizen(page)
    await citizen.comes(stage.gateway.url)
    for (let presses = 0; presses < 30; presses++) {
      await page.keyboard.press('Tab')
      expect(await page.evaluate('document.activeElement.tagName')).toBe('OKNO-CHAT')
    }
    await page.close()
  })
})

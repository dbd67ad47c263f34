import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { seriousFaults } from './support/axe.ts'
import { DESK, PHONE, shoot } from './support/browser.ts'
import { Citizen } from './support/citizen.ts'
import { openStage, type Stage } from './support/stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

describe.each([
  ['desk-light', { ...DESK, colorScheme: 'light' as const }],
  ['desk-dark', { ...DESK, colorScheme: 'dark' as const }],
  ['phone-light', { ...PHONE, colorScheme: 'light' as const }],
  ['phone-dark', { ...PHONE, colorScheme: 'dark' as const }],
  ['narrow', { ...DESK, viewport: { width: 320, height: 568 } }],
  ['zoomed', { ...DESK, viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 }],
])('on %s', (name, options) => {
  it('every state is usable by everybody, as far as axe can tell', async () => {
    const page = await stage.browser.newPage(options)
    const citizen = new Citizen(page)
    await page.goto(stage.gateway.url)
    await page.locator('okno-chat').waitFor({ state: 'attached' })
    await shoot(page, `40-${name}-page`)
    expect(await seriousFaults(page)).toEqual([])
    await citizen.comes(stage.gateway.url)
    await citizen.asks('По какому номеру телефона позвонить в поддержку?')
    await citizen.asks('документы')
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
    const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
    expect(overflow).toBeLessThanOrEqual(0)
    await page.close()
  })
})

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { DESK, shoot } from './support/browser.ts'
import { Citizen } from './support/citizen.ts'
import { openStage, type Stage } from './support/stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

describe('in English', () => {
  it('the page, the widget and the bot speak it', async () => {
    const page = await stage.browser.newPage({ ...DESK, locale: 'en-GB' })
    const citizen = new Citizen(page)
    await citizen.comes(`${stage.gateway.url}/?lang=en`)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Ask in your own words')
    expect((await citizen.transcript()).join(' ')).not.toMatch(/[а-яё]/i)
    await citizen.asks('what is the support phone number?')
    expect((await citizen.transcript()).join(' ')).toMatch(/8.800.\d/)
    await shoot(page, '60-english')
    await page.close()
  })

  it('the widget changes to it in the middle, and the bot follows', async () => {
    const page = await stage.browser.newPage(DESK)
    const citizen = new Citizen(page)
    await citizen.comes(stage.gateway.url)
    const before = await citizen.replies().count()
    await citizen.opensMenu()
    await page.getByRole('button', { name: 'Switch to English' }).click()
    expect(await citizen.hears(before)).toMatch(/English/)
    expect(await page.getByRole('button', { name: 'Send' }).isVisible()).toBe(true)
    await shoot(page, '61-switched')
    await page.close()
  })
})

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { DESK, launchBrowser, shoot } from './support/browser.ts'
import { Citizen } from './support/citizen.ts'
import { type ForeignSite, openForeignSite } from './support/foreign-site.ts'
import { type Gateway, startGateway } from './support/gateway.ts'

let gateway: Gateway
let allowed: ForeignSite
let stranger: ForeignSite
let browser: Browser

beforeAll(async () => {
  allowed = await openForeignSite(() => gateway.url)
  stranger = await openForeignSite(() => gateway.url)
  gateway = await startGateway([allowed.origin])
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await gateway?.remove()
  await allowed?.close()
  await stranger?.close()
})

describe('another site', () => {
  it('embeds the chat by one script tag, under a strict policy of its own', async () => {
    const page = await browser.newPage(DESK)
    const faults: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('favicon')) faults.push(message.text())
    })
    const citizen = new Citizen(page)
    await citizen.comes(allowed.origin)
    await citizen.asks('По какому номеру телефона позвонить в поддержку?')
    await shoot(page, '30-embedded')
    expect(await page.locator('okno-chat .panel').evaluate((panel) => getComputedStyle(panel).position)).toBe(
      'fixed',
    )
    expect(faults).toEqual([])
    await page.close()
  })

  it('that is not named in the settings is told which setting is meant', async () => {
    const page = await browser.newPage(DESK)
    await page.goto(stranger.origin)
    await page.getByRole('button', { name: 'Задать вопрос' }).click()
    await page.getByText('channels.web.origins').waitFor()
    await shoot(page, '31-not-allowed')
    await page.close()
  })
})

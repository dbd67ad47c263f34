import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { DESK, shoot } from './support/browser.ts'
import { Citizen } from './support/citizen.ts'
import { type ForeignSite, openForeignSite } from './support/foreign-site.ts'
import { openStage, type Stage } from './support/stage.ts'

/** That the site's policy let the widget's styles in. */
const PANEL_POSITION = `getComputedStyle(document.querySelector('okno-chat').shadowRoot.querySelector('.panel')).position`

let stage: Stage
let allowed: ForeignSite
let stranger: ForeignSite

beforeAll(async () => {
  allowed = await openForeignSite(() => stage.gateway.url)
  stranger = await openForeignSite(() => stage.gateway.url)
  stage = await openStage([allowed.origin])
})
afterAll(async () => {
  await stage.close()
  await allowed.close()
  await stranger.close()
})

describe('another site', () => {
  it('embeds the chat by one script tag, under a strict policy of its own', async () => {
    const page = await stage.browser.newPage(DESK)
    const faults: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('favicon')) faults.push(message.text())
    })
    const citizen = new Citizen(page)
    await citizen.comes(allowed.origin)
    await citizen.asks('По какому номеру телефона позвонить в поддержку?')
    await shoot(page, '30-embedded')
    expect(await page.evaluate(PANEL_POSITION)).toBe('fixed')
    expect(faults).toEqual([])
    await page.close()
  })

  it('that is not named in the settings is told which setting is meant', async () => {
    const page = await stage.browser.newPage(DESK)
    await page.goto(stranger.origin)
    await page.getByRole('button', { name: 'Задать вопрос' }).click()
    await page.getByText('channels.web.origins').waitFor()
    await shoot(page, '31-not-allowed')
    await page.close()
  })
})

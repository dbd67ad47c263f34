import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { DESK, shoot } from './support/browser.ts'
import { Citizen, eventually } from './support/citizen.ts'
import { openStage, type Stage } from './support/stage.ts'

/** As browsers do when the visitor blocks what sites may keep. */
const NO_STORE = `Object.defineProperty(window, 'localStorage', {
  get() {
    throw new DOMException('blocked', 'SecurityError')
  },
})`

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

describe('a chat that is ended on this device', () => {
  it('is asked about first, then gone from every tab and from the browser’s store', async () => {
    const context = await stage.browser.newContext(DESK)
    const citizen = new Citizen(await context.newPage())
    await citizen.comes(stage.gateway.url)
    const other = new Citizen(await context.newPage())
    await other.comes(stage.gateway.url)
    await citizen.asks('мой секрет')
    await other.own('мой секрет').waitFor()

    const end = citizen.page.getByRole('button', { name: 'Завершить и забыть на этом устройстве' })
    await citizen.opensMenu()
    await end.click()
    await citizen.page.getByText('запишите его').waitFor()
    await shoot(citizen.page, '20-end-question')
    await citizen.page.keyboard.press('Escape')
    expect(await citizen.own('мой секрет').count()).toBe(1)

    const goodbye = citizen.page.waitForResponse((response) => response.url().endsWith('/chat/messages'))
    await citizen.opensMenu()
    await end.click()
    await citizen.page.getByRole('button', { name: 'Завершить и забыть', exact: true }).click()
    expect((await goodbye).request().postDataJSON()).toMatchObject({ kind: 'stopped' })
    expect((await goodbye).status()).toBe(202)
    await shoot(citizen.page, '21-ended')
    for (const tab of [citizen, other]) {
      await tab.page.getByRole('button', { name: 'Начать новый разговор' }).waitFor()
      expect(await tab.page.getByText('мой секрет').count()).toBe(0)
    }
    const kept = await citizen.page.evaluate(
      `Object.keys(localStorage).filter((key) => key.startsWith('okno.'))`,
    )
    expect(kept).toEqual([])

    await citizen.page.getByRole('button', { name: 'Начать новый разговор' }).click()
    await citizen.replies().first().waitFor()
    expect((await citizen.transcript()).join()).not.toContain('мой секрет')
    await eventually(async () => expect(await other.transcript()).toEqual(await citizen.transcript()))
    await context.close()
  })

  it('works, and says that nothing is kept, where the browser stores nothing', async () => {
    const context = await stage.browser.newContext(DESK)
    await context.addInitScript({ content: NO_STORE })
    const citizen = new Citizen(await context.newPage())
    await citizen.comes(stage.gateway.url)
    await citizen.asks('спасибо')
    await citizen.page.getByText('Браузер не сохраняет переписку').waitFor()
    await shoot(citizen.page, '22-nothing-kept')
    await context.close()
  })
})

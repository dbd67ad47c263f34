import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { BrowserContext } from 'playwright-core'
import { DESK, shoot } from './support/browser.ts'
import { Citizen, eventually, isThereOnce } from './support/citizen.ts'
import { type CuttableLine, openLine } from './support/cuttable-line.ts'
import { openStage, type Stage } from './support/stage.ts'

let stage: Stage
let context: BrowserContext
let line: CuttableLine
let citizen: Citizen

beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())
beforeEach(async () => {
  line = await openLine(stage.gateway.url)
  context = await stage.browser.newContext(DESK)
  citizen = new Citizen(await context.newPage())
  await citizen.comes(line.url)
})
afterEach(async () => {
  await context.close()
  await line.close()
})

const QUESTION = 'По какому номеру телефона позвонить в поддержку?'

describe('a conversation that is interrupted', () => {
  it('stands as it was after a reload, every message once and in order', async () => {
    await citizen.asks(QUESTION)
    await citizen.asks('спасибо')
    const before = await citizen.transcript()
    await citizen.page.reload()
    await eventually(async () => expect(await citizen.transcript()).toEqual(before))
    await shoot(citizen.page, '10-after-reload')
  })

  it('keeps what was being written when the page is reloaded', async () => {
    await citizen.write.fill('я ещё не дописал')
    await citizen.page.reload()
    expect(await citizen.write.inputValue()).toBe('я ещё не дописал')
  })

  it('says that the line is cut, and sends what was written meanwhile once it is back, in order', async () => {
    line.cut()
    await citizen.says('первое без связи')
    await citizen.says('второе без связи')
    await citizen.page.getByText('Нет связи').waitFor()
    await eventually(async () => {
      expect(await citizen.own('второе без связи').getAttribute('data-sending')).toBe('failing')
    })
    await shoot(citizen.page, '11-line-cut')
    line.mend()
    await isThereOnce(citizen, 'первое без связи')
    await isThereOnce(citizen, 'второе без связи')
    await citizen.page.getByText('Нет связи').waitFor({ state: 'hidden' })
    await shoot(citizen.page, '12-line-mended')
    await citizen.page.reload()
    await citizen.own('второе без связи').waitFor()
    const own = (await citizen.transcript()).filter((said) => said.startsWith('citizen:'))
    expect(own).toEqual(['citizen: первое без связи', 'citizen: второе без связи'])
  })

  it('says a message once though the answer to it was lost and it was sent again', async () => {
    line.swallowAnswers()
    const posted = citizen.page.waitForRequest((request) => request.method() === 'POST')
    await citizen.says('дошло ли')
    await posted
    await citizen.settles()
    line.cut()
    line.mend()
    await isThereOnce(citizen, 'дошло ли')
    await citizen.asks('спасибо')
    await citizen.page.reload()
    await citizen.own('спасибо').waitFor()
    expect((await citizen.transcript()).filter((said) => said === 'citizen: дошло ли')).toHaveLength(1)
  })

  it('sends after a reload what could not be sent before it', async () => {
    line.cut()
    await citizen.says('написано перед закрытием')
    await eventually(async () =>
      expect(await citizen.own().last().getAttribute('data-sending')).toBe('failing'),
    )
    line.mend()
    await citizen.page.reload()
    await isThereOnce(citizen, 'написано перед закрытием')
  })

  it('goes on when the device was offline', async () => {
    await context.setOffline(true)
    await citizen.says('из метро')
    await citizen.page.getByText('Нет связи').waitFor()
    await context.setOffline(false)
    await isThereOnce(citizen, 'из метро')
  })

  it('goes on when the gateway crashed and came back', async () => {
    await citizen.asks(QUESTION)
    const heard = await citizen.replies().count()
    await stage.gateway.kill()
    await citizen.says('пока вас не было')
    await stage.gateway.start()
    await isThereOnce(citizen, 'пока вас не было')
    await citizen.hears(heard)
    await citizen.settles()
    await citizen.asks('спасибо')
    const before = await citizen.transcript()
    expect(before.filter((said) => said.includes('пока вас не было'))).toHaveLength(1)
    await citizen.page.reload()
    await eventually(async () => expect(await citizen.transcript()).toEqual(before))
  })

  it('is the same in two tabs, and nothing is doubled', async () => {
    const other = new Citizen(await context.newPage())
    await other.comes(line.url)
    await citizen.asks(QUESTION)
    await eventually(async () => expect(await other.transcript()).toEqual(await citizen.transcript()))
    line.cut()
    await citizen.says('из первой вкладки')
    await other.says('из второй вкладки')
    await citizen.own('из второй вкладки').waitFor()
    line.mend()
    for (const tab of [citizen, other]) {
      await isThereOnce(tab, 'из первой вкладки')
      await isThereOnce(tab, 'из второй вкладки')
    }
    await eventually(async () => expect(await other.transcript()).toEqual(await citizen.transcript()))
    const [greeting, ...rest] = await citizen.transcript()
    expect(rest).not.toContain(greeting)
  })

  it('tells how much is unread while the panel is closed', async () => {
    line.cut()
    await citizen.says(QUESTION)
    await citizen.page.getByRole('button', { name: 'Свернуть чат' }).click()
    line.mend()
    await citizen.page.getByRole('button', { name: /\d+ нов/ }).waitFor()
    await shoot(citizen.page, '13-unread')
    await citizen.page.locator('.launcher').click()
    await citizen.page.getByRole('button', { name: 'Свернуть чат' }).click()
    expect(await citizen.page.locator('.count').isVisible()).toBe(false)
  })
})

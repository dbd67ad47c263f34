import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { BrowserContext } from 'playwright-core'
import { DESK, shoot } from './support/browser.ts'
import { Citizen } from './support/citizen.ts'
import { openStage, type Stage } from './support/stage.ts'

/** Said so, it may mean three things. */
const UNCLEAR = 'документы'

let stage: Stage
let context: BrowserContext
let citizen: Citizen
const faults: string[] = []

beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())
beforeEach(async () => {
  context = await stage.browser.newContext(DESK)
  const page = await context.newPage()
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  citizen = new Citizen(page)
  await citizen.comes(stage.gateway.url)
})
afterEach(async () => {
  await context.close()
  expect(faults.splice(0)).toEqual([])
})

describe('a citizen at the widget', () => {
  it('is greeted, asks, and is answered', async () => {
    await shoot(citizen.page, '01-greeting')
    await citizen.asks('По какому номеру телефона позвонить в поддержку?')
    await shoot(citizen.page, '02-answer')
    expect((await citizen.transcript()).join('\n')).toMatch(/8.800.\d/)
  })

  it('is asked what was meant, and chooses by a button', async () => {
    await citizen.asks(UNCLEAR)
    const label = await citizen.choices().first().textContent()
    expect(await citizen.choices().allTextContents()).toContain('Ничего из этого')
    await shoot(citizen.page, '03-clarification')
    const before = await citizen.replies().count()
    await citizen.choices().first().click()
    await citizen.hears(before)
    expect(await citizen.own().last().locator('.text').textContent()).toBe(label)
    expect(await citizen.choices().allTextContents()).toContain('Да, помогло')
    await shoot(citizen.page, '04-choice-by-button')
  })

  it('chooses by typing a number as well, and gets what the button gives', async () => {
    await citizen.asks(UNCLEAR)
    const label = await citizen.choices().nth(1).textContent()
    const byNumber = await citizen.asks('2')
    await shoot(citizen.page, '05-choice-by-number')
    const before = await citizen.replies().count()
    // The older choices are quieter, and still there.
    await citizen.page
      .getByRole('button', { name: label ?? '' })
      .first()
      .click()
    expect(await citizen.hears(before)).toBe(byNumber)
  })

  it('is told when nothing was understood', async () => {
    await citizen.asks('фывапр длорпав шщзхъ')
    expect((await citizen.transcript()).at(-1)).toMatch(/^bot: .*не .*понял/is)
    await shoot(citizen.page, '06-nonsense')
  })

  it('asks for a human in the menu and gets a ticket number', async () => {
    await citizen.opensMenu()
    await shoot(citizen.page, '07-menu')
    const before = await citizen.replies().count()
    await citizen.page.locator('.menu-list').getByRole('button', { name: 'Позвать человека' }).click()
    await citizen.hears(before)
    expect((await citizen.transcript()).slice(before).join('\n')).toMatch(/\d{2,}[-\s]\d{2,}/)
    await shoot(citizen.page, '08-human')
  })

  it('sees markup and letters that run backwards as the text they are', async () => {
    const evil = '<img src=x onerror="document.title=1"><b>жирно</b> \u202eтиревз\u202c & {{ticket.number}}'
    await citizen.asks(evil)
    await citizen.page.reload()
    await citizen.own(evil).waitFor()
    expect(await citizen.own(evil).locator('.text').textContent()).toBe(evil)
    expect(await citizen.page.locator('okno-chat img, okno-chat b').count()).toBe(0)
    expect(await citizen.page.title()).not.toBe('1')
    await shoot(citizen.page, '09-strange-text')
  })

  it('writes a text of 100 000 characters, and it arrives whole', async () => {
    const text = `${'начало и так далее, '.repeat(5000).slice(0, 99_997)}всё`
    await citizen.asks(text)
    await citizen.page.reload()
    await citizen.own('начало').waitFor()
    expect(await citizen.own('начало').locator('.text').textContent()).toBe(text)
  })
})

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { citizen as telegramCitizen } from '../fakes/telegram/citizen.ts'
import { until } from '../until.ts'
import { seriousFaults } from './support/axe.ts'
import { shoot } from './support/browser.ts'
import { type DeskStage, openDeskStage } from './support/desk-stage.ts'

/** One story of a citizen in the widget, citizens in Telegram and two operators; each part follows the last. */
const UNCLEAR = 'документы'
const OLGA = telegramCitizen(501, { first_name: 'Ольга', last_name: 'Смирнова' })
const VICTOR = telegramCitizen(502, { first_name: 'Виктор', last_name: 'Лебедев' })
const IMAGE = '<img src=x onerror="window.__xss=1;alert(1)">'
const SCRIPT = '<script>window.__xss=2</script>'
const BACKWARDS = '\u202Efdp.exe'
const EVIL = telegramCitizen(503, { first_name: IMAGE, last_name: BACKWARDS })

let stage: DeskStage
/** Of the ticket of the citizen in the widget. */
let number: string

beforeAll(async () => {
  stage = await openDeskStage()
  for (const { page } of [stage.anna, stage.boris]) await page.evaluate('window.sameDocument = true')
})
afterAll(() => stage.close())

describe('a dialogue', () => {
  it('comes over nonsense and a clarification to both operators, without a reload', async () => {
    const { citizen, anna, boris } = stage
    await citizen.asks('ывапролд длорпав')
    expect((await citizen.transcript()).at(-1)).toMatch(/не .*понял/is)
    await citizen.asks(UNCLEAR)
    expect(await citizen.choices().count()).toBeGreaterThan(1)
    await citizen.asks('Позовите, пожалуйста, оператора')
    const [found] = /\d+(?:-\d+)+/.exec((await citizen.transcript()).at(-1) ?? '') ?? []
    number = found ?? 'no number'
    for (const operator of [anna, boris]) {
      await operator.row('waiting', number).waitFor()
      expect(await operator.page.evaluate('window.sameDocument')).toBe(true)
    }
  })

  it('is claimed by one, and the other sees by whom', async () => {
    const { anna, boris } = stage
    await anna.row('waiting', number).click()
    await anna.log.getByText(UNCLEAR, { exact: true }).first().waitFor()
    await anna.page.keyboard.press('c')
    await anna.row('mine', number).waitFor()
    await boris.row('colleagues', number).getByText('ведёт Анна Петрова').waitFor()
    await boris.row('colleagues', number).click()
    await boris.page.getByText('Диалог ведёт Анна Петрова.', { exact: false }).waitFor()
    expect(await boris.button('c').count()).toBe(0)
    await shoot(boris.page, 'desk-01-with-a-colleague')
  })

  it('is answered, and the answer is read in the widget', async () => {
    const { anna, citizen } = stage
    await anna.answers('Здравствуйте! Какие документы вам нужны?')
    await citizen.log.getByText('Какие документы вам нужны?').waitFor()
    await citizen.says('Справка о составе семьи')
    await anna.log.getByText('Справка о составе семьи').waitFor()
  })

  it('comes from Telegram, is answered, and the answer arrives there', async () => {
    const { anna, telegram } = stage
    telegram.push(OLGA.says('Здравствуйте, не приходит код подтверждения'))
    await until('the bot answered', () => telegram.ledger.messagesTo(OLGA.id).length > 0)
    telegram.push(OLGA.says('Позовите оператора'))
    await anna.row('waiting', 'Ольга').click()
    await anna.button('c').click()
    await anna.row('mine', 'Ольга').waitFor()
    await anna.answers('Проверьте, пожалуйста, папку «Спам».')
    await until('the answer arrived', () =>
      telegram.ledger.messagesTo(OLGA.id).some(({ text }) => text.includes('папку «Спам»')),
    )
  })

  it('is there after the line was cut, though it came meanwhile', async () => {
    const { anna, boris, telegram, line } = stage
    await anna.page.context().setOffline(true)
    line.cut()
    await anna.page
      .getByText(/Нет сети|Связь потеряна/)
      .first()
      .waitFor()
    telegram.push(VICTOR.says('Хочу поговорить с живым оператором'))
    await boris.row('waiting', 'Виктор').waitFor()
    expect(await anna.row('waiting', 'Виктор').count()).toBe(0)
    await shoot(anna.page, 'desk-02-offline')
    line.mend()
    await anna.page.context().setOffline(false)
    await anna.row('waiting', 'Виктор').waitFor()
    expect(await anna.page.evaluate('window.sameDocument')).toBe(true)
  })

  it('has no serious fault for those who do not see it', async () => {
    const { anna } = stage
    await anna.row('mine', number).click()
    await anna.log.getByText('Справка о составе семьи').waitFor()
    await shoot(anna.page, 'desk-03-at-work')
    expect(await seriousFaults(anna.page)).toEqual([])
  })

  it('is given back, taken by the other and resolved', async () => {
    const { anna, boris } = stage
    await anna.row('mine', number).click()
    await anna.log.getByText('Справка о составе семьи').waitFor()
    await anna.button('u').click()
    await boris.row('waiting', number).waitFor()
    await boris.button('c').click()
    await anna.row('colleagues', number).getByText('ведёт Борис Зайцев').waitFor()
    await boris.answers('Справку выдадут в любом МФЦ.')
    await boris.button('e').click()
    await boris.page.getByText(`Диалог ${number} решён.`).waitFor()
  })

  it('waits again once the citizen writes its number', async () => {
    const { citizen, anna, boris } = stage
    await citizen.log.getByText('Справку выдадут в любом МФЦ.').waitFor()
    await citizen.says(number)
    for (const operator of [anna, boris]) await operator.row('waiting', number).waitFor()
    await citizen.log.getByText('снова открыто', { exact: false }).waitFor()
    await shoot(citizen.page, 'desk-04-widget')
  })
})

describe('what a citizen sends', () => {
  it('is text, and nothing of it runs', async () => {
    const { anna, boris, citizen, telegram } = stage
    for (const text of [IMAGE, SCRIPT, 'javascript:alert(1)', `Счёт ${BACKWARDS}`]) await citizen.asks(text)
    telegram.push(EVIL.says('Позовите оператора'))
    await anna.row('waiting', IMAGE).waitFor()
    const name = `${SCRIPT}${BACKWARDS}`
    telegram.push(
      EVIL.sends({ caption: IMAGE, document: { file_id: 'F', file_unique_id: 'f', file_name: name } }),
      EVIL.says('<a href="javascript:alert(1)">javascript:window.__xss=3</a>'),
    )
    await anna.row('waiting', IMAGE).click()
    await anna.log.getByText(SCRIPT).waitFor()
    await anna.log.getByText('javascript:window.__xss=3').waitFor()
    await boris.row('waiting', number).click()
    await boris.log.getByText(SCRIPT).waitFor()
    await shoot(anna.page, 'desk-05-strange-texts')
    for (const { page } of [anna, boris, citizen]) {
      expect(await page.evaluate('window.__xss')).toBeUndefined()
      expect(await page.locator('img[src="x"], a[href^="javascript"]').count()).toBe(0)
    }
    // The mark of writing backwards is shown, and turns nothing round.
    expect(await anna.page.locator('main').textContent()).not.toContain('\u202E')
  })

  it('left no error, dialog, breach of the policy or call to another site', () => {
    expect(stage.faults).toEqual([])
  })
})

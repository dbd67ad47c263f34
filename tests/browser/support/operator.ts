import type { Locator, Page } from 'playwright-core'
import type { SectionName } from '../../../handoff/inbox/web/queue/sections.ts'

const PASSWORD = 'верная лошадь батарея'

/** Somebody at the inbox: does and sees what a person can. */
export class Operator {
  readonly page: Page
  readonly log: Locator
  readonly write: Locator

  constructor(page: Page) {
    this.page = page
    this.log = page.getByRole('log')
    this.write = page.getByLabel('Ответ гражданину')
  }

  /** Follows a one-time link; `as` is who the first administrator wants to be. */
  async comes(link: string, as?: { readonly login: string; readonly name: string }): Promise<void> {
    await this.page.goto(link)
    if (as !== undefined) {
      await this.page.getByLabel('Логин').fill(as.login)
      await this.page.getByLabel('Имя').fill(as.name)
    }
    await this.page.getByLabel('Новый пароль').fill(PASSWORD)
    await this.page.getByLabel('Ещё раз').fill(PASSWORD)
    await this.page.getByRole('button', { name: 'Сохранить и войти' }).click()
    await this.page.getByText('На связи').waitFor()
  }

  /** By the page of operators; gives the link to be handed over. */
  async invites(login: string, name: string): Promise<string> {
    await this.page.getByRole('link', { name: 'Операторы' }).click()
    await this.page.getByRole('button', { name: 'Добавить' }).click()
    const form = this.page.getByRole('dialog')
    await form.getByLabel('Имя').fill(name)
    await form.getByLabel('Логин').fill(login)
    await form.getByRole('button', { name: 'Создать ссылку' }).click()
    const shown = this.page.getByRole('dialog', { name: 'Одноразовая ссылка' })
    const link = await shown.getByRole('textbox').inputValue()
    await shown.getByRole('button', { name: 'Закрыть' }).click()
    await shown.waitFor({ state: 'hidden' })
    await this.page.getByRole('link', { name: 'Диалоги' }).click()
    return link
  }

  /** The tickets of a section of the queue that have this text. */
  row(section: SectionName, text: string): Locator {
    return this.page.locator(`[data-section="${section}"] a`).filter({ hasText: text })
  }

  /** The button of a verb, by the key that does the same. */
  button(key: 'c' | 'u' | 'e' | 'y'): Locator {
    return this.page.locator(`main header button[aria-keyshortcuts="${key}"]`)
  }

  async answers(text: string): Promise<void> {
    await this.write.fill(text)
    await this.write.press('Enter')
    await this.log.getByText(text).waitFor()
  }
}

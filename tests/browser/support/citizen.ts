import { expect } from '@jest/globals'
import type { Locator, Page } from 'playwright-core'

const PATIENCE_MS = 10_000
const QUIET_MS = 400

/** A citizen at the widget: does and sees what a person can. */
export class Citizen {
  readonly page: Page
  readonly log: Locator
  readonly write: Locator

  constructor(page: Page) {
    this.page = page
    this.log = page.getByRole('log')
    this.write = page.getByRole('textbox')
  }

  /** Opens the page, and the panel where it is closed; waits for the greeting. */
  async comes(url: string): Promise<void> {
    await this.page.goto(url)
    const launcher = this.page.locator('okno-chat .launcher')
    const panel = this.page.locator('okno-chat .panel')
    await launcher.or(panel).filter({ visible: true }).first().waitFor()
    if (await launcher.isVisible()) await launcher.click()
    await this.replies().first().waitFor({ timeout: PATIENCE_MS })
    await this.settles()
  }

  async says(text: string): Promise<void> {
    await this.write.fill(text)
    await this.write.press('Enter')
  }

  /** Says it, and waits until something came back and nothing more comes. */
  async asks(text: string): Promise<string> {
    const before = await this.replies().count()
    await this.says(text)
    const reply = await this.hears(before)
    await this.settles()
    return reply
  }

  /** Waits until nothing more comes for a while. */
  async settles(): Promise<void> {
    let count = -1
    while (count !== (await this.replies().count())) {
      count = await this.replies().count()
      await this.page.waitForTimeout(QUIET_MS)
    }
  }

  /** The text of the reply that is the `before`th, counted from 0, once it is there. */
  async hears(before: number): Promise<string> {
    const reply = this.replies().nth(before)
    await reply.waitFor({ timeout: PATIENCE_MS })
    return (await reply.locator('.text').textContent()) ?? ''
  }

  replies(): Locator {
    return this.page.locator('.bubble:not([data-author="citizen"])')
  }
  own(text?: string): Locator {
    const all = this.page.locator('.bubble[data-author="citizen"]')
    return text === undefined ? all : all.filter({ hasText: text })
  }
  /** The choices under the last reply that has some. */
  choices(): Locator {
    return this.page.locator('.bubble.fresh .choice')
  }

  /** Everything that stands in the conversation, in order: `author: text`. */
  async transcript(): Promise<string[]> {
    const bubbles = await this.page.locator('.bubble').all()
    return await Promise.all(
      bubbles.map(async (bubble) => {
        const [author, text] = [
          await bubble.getAttribute('data-author'),
          await bubble.locator('.text').textContent(),
        ]
        return `${author}: ${text}`
      }),
    )
  }

  async opensMenu(): Promise<void> {
    await this.page.getByRole('button', { name: /^(Меню|Menu)$/ }).click()
  }
}

/** Waits until it holds. */
export async function eventually(look: () => Promise<void>, withinMs = PATIENCE_MS): Promise<void> {
  const deadline = AbortSignal.timeout(withinMs)
  for (;;) {
    try {
      await look()
      return
    } catch (error) {
      if (deadline.aborted) throw error
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}

/** A message is there once, and the server has it. */
export async function isThereOnce(citizen: Citizen, text: string): Promise<void> {
  await eventually(async () => {
    expect(await citizen.own(text).count()).toBe(1)
    expect(await citizen.own(text).getAttribute('data-sending')).toBe('sent')
  })
}

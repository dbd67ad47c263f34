import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

const SHOTS = join(import.meta.dirname, '..', '..', '..', 'artefacts', 'browser')

export const DESK: BrowserContextOptions = { locale: 'ru-RU', viewport: { width: 1280, height: 800 } }
export const PHONE: BrowserContextOptions = {
  locale: 'ru-RU',
  viewport: { width: 360, height: 740 },
  hasTouch: true,
  isMobile: true,
  deviceScaleFactor: 2,
}

export async function launchBrowser(): Promise<Browser> {
  await mkdir(SHOTS, { recursive: true })
  return await chromium.launch({
    executablePath: process.env['OKNO_CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

/** Kept as an artefact, for a person to look at. */
export async function shoot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(SHOTS, `${name}.png`), animations: 'disabled' })
}

import type { Page } from 'playwright-core'

/** The browser says so of every refusal and lost connection; the page is judged by what it makes of them. */
const NO_FAULT = /^Failed to load resource/

/** Notes what no text of a citizen may bring about: errors, dialogs, breaches of the policy, calls to other origins than `home`. */
export async function watch(page: Page, home: string, faults: string[]): Promise<void> {
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' && !NO_FAULT.test(message.text())) faults.push(message.text())
  })
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`)
    dialog.dismiss().catch(() => undefined)
  })
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url())
    const isOwn = origin === home || protocol === 'data:' || protocol === 'blob:'
    if (!isOwn) faults.push(`request: ${request.url()}`)
  })
  await page.addInitScript(
    `addEventListener('securitypolicyviolation', (event) => console.error('policy: ' + event.violatedDirective))`,
  )
}

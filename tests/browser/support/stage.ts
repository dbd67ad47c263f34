import type { Browser } from 'playwright-core'
import { launchBrowser } from './browser.ts'
import { type Gateway, startGateway } from './gateway.ts'

/** A gateway of its own and a browser: what every suite here plays on. */
export interface Stage {
  readonly gateway: Gateway
  readonly browser: Browser
  close(): Promise<void>
}

/** `origins` are the other sites that may embed the chat. */
export async function openStage(origins: readonly string[] = []): Promise<Stage> {
  const browser = await launchBrowser()
  try {
    const gateway = await startGateway(origins)
    return {
      gateway,
      browser,
      async close() {
        await browser.close()
        await gateway.remove()
      },
    }
  } catch (error) {
    await browser.close()
    throw error
  }
}

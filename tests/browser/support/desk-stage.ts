import type { Browser, Page } from 'playwright-core'
import { type FakeTelegram, startFakeTelegram } from '../../fakes/telegram/server.ts'
import { launchBrowser } from './browser.ts'
import { Citizen } from './citizen.ts'
import { type CuttableLine, openLine } from './cuttable-line.ts'
import { type Gateway, startGateway } from './gateway.ts'
import { Operator } from './operator.ts'
import { watch } from './watch.ts'

/** The real gateway with both channels and its inbox, two operators at work and a citizen at the widget. */
export interface DeskStage {
  readonly telegram: FakeTelegram
  readonly citizen: Citizen
  /** The first administrator, on a line that can be cut. */
  readonly anna: Operator
  readonly line: CuttableLine
  /** An operator whom Anna invited. */
  readonly boris: Operator
  /** What went wrong on any of the pages. */
  readonly faults: readonly string[]
  close(): Promise<void>
}

export async function openDeskStage(): Promise<DeskStage> {
  const ends: (() => Promise<void>)[] = []
  const close = async () => {
    for (const end of ends.reverse()) await end()
  }
  try {
    const telegram = await startFakeTelegram()
    ends.push(() => telegram.close())
    const gateway = await startGateway([], telegram)
    ends.push(() => gateway.remove())
    const line = await openLine(gateway.url)
    ends.push(() => line.close())
    const browser = await launchBrowser()
    ends.push(() => browser.close())
    return { telegram, line, close, ...(await enter(gateway, line, browser)) }
  } catch (error) {
    await close()
    throw error
  }
}

async function enter(gateway: Gateway, line: CuttableLine, browser: Browser) {
  const faults: string[] = []
  const anna = new Operator(await newPage(browser, line.url, faults))
  await anna.comes(`${line.url}${firstLink(gateway)}`, { login: 'anna', name: 'Анна Петрова' })
  const boris = new Operator(await newPage(browser, gateway.url, faults))
  await boris.comes(await anna.invites('boris', 'Борис Зайцев'))
  const citizen = new Citizen(await newPage(browser, gateway.url, faults))
  await citizen.comes(gateway.url)
  return { anna, boris, citizen, faults }
}

/** The path of the link that the gateway prints while it has no administrator. */
function firstLink(gateway: Gateway): string {
  const [link] = /\/inbox\/link\/\S+/.exec(gateway.printed()) ?? []
  if (link === undefined) throw new Error('the gateway printed no link')
  return link
}

async function newPage(browser: Browser, home: string, faults: string[]): Promise<Page> {
  const context = await browser.newContext({ locale: 'ru-RU', viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  await watch(page, home, faults)
  return page
}

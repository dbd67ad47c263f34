import { setTimeout as sleep } from 'node:timers/promises'
import { citizen } from '../../fakes/telegram/citizen.ts'
import type { Happening, Update } from '../../fakes/telegram/update.ts'
import type { Platform } from './platform.ts'

/** What citizens say in the campaign: answers, clarifications, nonsense, small talk, calls for a human. */
const SAYINGS = [
  'здравствуйте',
  'по какому номеру вам звонить',
  'во сколько вы работаете',
  'а в выходные?',
  'не приходит смс с кодом',
  'забыл пароль',
  'проблема с оплатой пошлины',
  '2',
  'ывапролджэ',
  'how much does a call cost',
  'спасибо',
  'позовите оператора',
  '/help',
  'какая завтра погода',
]

export interface Load {
  /** Ends it; resolves when the last message was handed to the platform. */
  stop(): Promise<void>
}

/** `chats` citizens write, `perSecond` messages in all; now and then one sends a sticker or presses a button. */
export function startLoad(platform: Platform, chats: number, perSecond: number, random: () => number): Load {
  const everyMs = 50
  const citizens = Array.from({ length: chats }, (_, index) => citizen(1_000 + index))
  let isStopped = false
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(random() * items.length)]
    if (item === undefined) throw new Error('nothing to pick from')
    return item
  }
  const happening = (): Happening => {
    const someone = pick(citizens)
    const chance = random()
    if (chance < 0.04) return someone.sends({ sticker: { file_id: 's', emoji: '👍' } })
    if (chance < 0.08) return someone.presses('topic/contacts.hours', 'Часы работы операторов')
    return someone.says(pick(SAYINGS))
  }
  const running = (async () => {
    while (!isStopped) {
      await platform.push(Array.from({ length: Math.ceil((perSecond * everyMs) / 1_000) }, happening))
      await sleep(everyMs)
    }
  })()
  return {
    async stop() {
      isStopped = true
      await running
    },
  }
}

/** Delivers again what was delivered before, as platforms do, to see that it has no effect. */
export async function repeatSome(
  updates: readonly Update[],
  url: string,
  secret: string,
  random: () => number,
) {
  const chosen = updates.filter(() => random() < 0.1)
  for (const update of chosen) {
    await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret },
      body: JSON.stringify(update),
      signal: AbortSignal.timeout(5_000),
    }).catch(() => undefined)
  }
  return chosen.length
}

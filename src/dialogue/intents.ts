import type { IntentId } from '../core/ids.ts'

/** The small talk that rules know by name. Their words are in `intents/small-talk.yaml`. */
export const INTENT = {
  greeting: 'talk.greeting',
  thanks: 'talk.thanks',
  goodbye: 'talk.goodbye',
  howAreYou: 'talk.how_are_you',
  helped: 'talk.helped',
  notHelped: 'talk.not_helped',
  cancel: 'talk.cancel',
  insult: 'talk.insult',
  operator: 'talk.operator',
} as const

const CLOSING: ReadonlySet<string> = new Set([INTENT.thanks, INTENT.goodbye, INTENT.helped, INTENT.cancel])
const COURTESY: ReadonlySet<string> = new Set([
  INTENT.greeting,
  INTENT.thanks,
  INTENT.goodbye,
  INTENT.howAreYou,
  INTENT.helped,
])

/** The citizen is content. */
export const closes = (id: IntentId): boolean => CLOSING.has(id)

/** Said beside what is really meant, if anything is. */
export const isCourtesy = (id: IntentId): boolean => COURTESY.has(id)

import type { Choice, Item } from './item.ts'
import type { Entry } from './outbox.ts'
import { isShown } from './outgoing.ts'

/** One message as it is drawn. */
export interface Bubble {
  /** Stays the same while the message goes from this browser to the server and back. */
  readonly key: string
  readonly author: Item['author']
  /** In the server's markup, unless it is the citizen's. `human` stands for the menu's wish. */
  readonly text: string
  readonly asksHuman: boolean
  readonly at: number
  readonly choices: readonly Choice[]
  /** The choices are those of the last reply that had some, and nothing was said since. */
  readonly choicesAreFresh: boolean
  readonly sending: 'sending' | 'failing' | 'sent' | 'refused'
}

/** What was heard, in order, and after it what is on its way. */
export function bubblesOf(items: readonly Item[], entries: readonly Entry[], failing: boolean): Bubble[] {
  const heard = new Set(items.map((item) => item.key))
  const shown = items.filter((item) => !isSilent(item))
  const fresh = freshFrom(shown)
  const own = entries.filter((entry) => isShown(entry.message) && !heard.has(entry.message.id))
  return [
    ...shown.map((item) => toBubble(item, item.seq === fresh && own.length === 0)),
    ...own.map((entry) => ownBubble(entry, failing)),
  ]
}

/** The `seq` of the last item with choices that no citizen's message follows. */
function freshFrom(items: readonly Item[]): number | undefined {
  const last = items.findLastIndex((item) => item.author === 'citizen')
  return items.slice(last + 1).findLast((item) => item.choices.length > 0)?.seq
}

/** What the citizen did without words: opening the chat, switching the language, leaving. */
function isSilent({ author, text }: Item): boolean {
  return text === '' || (author === 'citizen' && (text === '/start' || text === '/language'))
}

function toBubble(item: Item, choicesAreFresh: boolean): Bubble {
  const { seq, author, text, at, choices } = item
  const key = author === 'citizen' && item.key !== undefined ? item.key : `#${seq}`
  const asksHuman = author === 'citizen' && text === '/human'
  return { key, author, text, asksHuman, at, choices, choicesAreFresh, sending: 'sent' }
}

function ownBubble({ message, at, state }: Entry, failing: boolean): Bubble {
  const text = message.kind === 'text' ? message.text : message.kind === 'choice' ? message.label : ''
  const waiting = failing ? 'failing' : 'sending'
  return {
    key: message.id,
    author: 'citizen',
    text,
    asksHuman: message.kind === 'command',
    at,
    choices: [],
    choicesAreFresh: false,
    sending: state === 'waiting' ? waiting : state === 'kept' ? 'sent' : 'refused',
  }
}

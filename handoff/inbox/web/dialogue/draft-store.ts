import { createSignal } from '../app/signal.ts'
import { type Draft, editDraft, emptyDraft, readDraft, triedDraft } from './drafts.ts'

export type DraftKind = 'answer' | 'note'

/** Of whom, to which ticket: a colleague at the same computer does not meet it. */
export interface DraftPlace {
  readonly operator: string
  readonly ticket: number
  readonly kind: DraftKind
}

const PREFIX = 'okno.draft.'

/** Grows with every change, for whoever shows drafts. */
export const draftChanges = createSignal(0)

/** What storage refuses lives as long as the page. */
const memory = new Map<string, string>()

const keyOf = ({ operator, ticket, kind }: DraftPlace) => `${PREFIX}${operator}.${ticket}.${kind}`
const newKey = () => crypto.randomUUID()

/** Survives a reload, the end of a session and the loss of a claim. */
export const draftStore = {
  read(place: DraftPlace): Draft {
    const kept = load(keyOf(place))
    return (kept === null ? undefined : readDraft(kept)) ?? emptyDraft(newKey())
  },
  edit(place: DraftPlace, draft: Draft, text: string): Draft {
    return save(place, editDraft(draft, text, newKey))
  },
  tried(place: DraftPlace, draft: Draft): Draft {
    return save(place, triedDraft(draft))
  },
  /** It was sent. The next one is another. */
  clear(place: DraftPlace): Draft {
    return save(place, emptyDraft(newKey()))
  },
  has(place: DraftPlace): boolean {
    return load(keyOf(place)) !== null
  },
}

function save(place: DraftPlace, draft: Draft): Draft {
  const key = keyOf(place)
  if (draft.text === '') remove(key)
  else store(key, JSON.stringify(draft))
  draftChanges.set(draftChanges.current() + 1)
  return draft
}

function load(key: string): string | null {
  try {
    return localStorage.getItem(key) ?? memory.get(key) ?? null
  } catch {
    return memory.get(key) ?? null
  }
}

function store(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    memory.set(key, value)
  }
}

function remove(key: string): void {
  memory.delete(key)
  try {
    localStorage.removeItem(key)
  } catch {
    // Nothing could be kept there, either.
  }
}

/** Of tickets that are in nobody's queue any more, nothing stays on this computer. */
export function forgetDraftsBut(tickets: ReadonlySet<number>): void {
  try {
    for (const key of Object.keys(localStorage)) {
      const [, , , ticket = ''] = key.split('.')
      if (key.startsWith(PREFIX) && !tickets.has(Number(ticket))) localStorage.removeItem(key)
    }
  } catch {
    // Nothing could be kept there, either.
  }
}

/** What somebody began to write. Pure: where it is kept is another matter. */
export interface Draft {
  readonly text: string
  /** Of this answer: the same for every attempt to send it, so that it goes out once. */
  readonly key: string
  /** An attempt was made and nobody knows how it ended. */
  readonly tried: boolean
}

export function emptyDraft(key: string): Draft {
  return { text: '', key, tried: false }
}

/**
 * The draft with another text. After an attempt that may have arrived another text is another answer:
 * under the old key the server would take it for the one it has, and the change would be lost.
 */
export function editDraft(draft: Draft, text: string, newKey: () => string): Draft {
  if (text === draft.text) return draft
  return draft.tried ? { text, key: newKey(), tried: false } : { ...draft, text }
}

export function triedDraft(draft: Draft): Draft {
  return { ...draft, tried: true }
}

/** undefined for whatever is no draft. */
export function readDraft(kept: string): Draft | undefined {
  const value = parse(kept)
  if (typeof value !== 'object' || value === null) return undefined
  const { text, key, tried } = value as Partial<Record<keyof Draft, unknown>>
  if (typeof text !== 'string' || typeof key !== 'string') return undefined
  return { text, key, tried: tried === true }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

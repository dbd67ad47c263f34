import { useState } from 'react'
import { type DraftPlace, draftStore } from './draft-store.ts'
import type { Draft } from './drafts.ts'

export interface DraftControl {
  readonly draft: Draft
  readonly edit: (text: string) => void
  readonly tried: () => void
  readonly clear: () => void
}

/** What is written to one ticket. Give the component a key of the ticket: a draft never changes its place. */
export function useDraft(place: DraftPlace): DraftControl {
  const [draft, setDraft] = useState(() => draftStore.read(place))
  return {
    draft,
    edit: (text) => setDraft(draftStore.edit(place, draft, text)),
    tried: () => setDraft(draftStore.tried(place, draft)),
    clear: () => setDraft(draftStore.clear(place)),
  }
}

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { AnswerForm, NoteForm, TicketSummary } from '../../protocol.ts'
import { post } from '../api/call.ts'
import { Refused } from '../api/refused.ts'
import { explain } from '../app/explain.ts'
import { useMe } from '../login/use-me.ts'
import { QUEUE, tellTicket } from '../queue/use-queue.ts'
import type { Words } from '../words/ru.ts'
import { useWords } from '../words/use-words.ts'
import type { DraftKind } from './draft-store.ts'
import type { Draft } from './drafts.ts'
import { DIALOGUE, freshenDialogue } from './use-dialogue.ts'
import { useDraft } from './use-draft.ts'

export interface Sending {
  readonly draft: Draft
  readonly edit: (text: string) => void
  /** Says whether it went out. If not, the text is where it was. */
  readonly send: () => Promise<boolean>
  readonly isPending: boolean
  readonly trouble: string | undefined
}

/** A text on its way from the draft to the server, once. */
export function useSending(ticket: number, kind: DraftKind): Sending {
  const words = useWords()
  const me = useMe()
  const client = useQueryClient()
  const { draft, edit, tried, clear } = useDraft({ operator: me.id, ticket, kind })
  const [isPending, setPending] = useState(false)
  const [trouble, setTrouble] = useState<string>()

  async function send(): Promise<boolean> {
    const form: AnswerForm & NoteForm = { text: draft.text.trim(), key: draft.key }
    if (form.text === '' || isPending) return false
    setPending(true)
    setTrouble(undefined)
    try {
      const changed = await post<TicketSummary>(`tickets/${ticket}/${kind}`, form)
      clear()
      tellTicket(client, changed)
      freshenDialogue(client, changed)
      return true
    } catch (error) {
      if (!(error instanceof Refused)) tried()
      setTrouble(troubleOf(words, error))
      void client.invalidateQueries({ queryKey: QUEUE })
      void client.invalidateQueries({ queryKey: [...DIALOGUE, ticket] })
      return false
    } finally {
      setPending(false)
    }
  }
  return {
    draft,
    edit(text) {
      setTrouble(undefined)
      edit(text)
    },
    send,
    isPending,
    trouble,
  }
}

function troubleOf(words: Words, error: unknown): string {
  if (!(error instanceof Refused)) return words.composer.unknown
  return `${words.composer.notSent} ${explain(words, error)}`
}

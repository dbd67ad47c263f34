import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { OperatorForm, OperatorRow } from '../../protocol.ts'
import { get, post } from '../api/call.ts'
import { explain } from '../app/explain.ts'
import { notices } from '../notices/notices.ts'
import { useWords } from '../words/use-words.ts'

const OPERATORS = ['operators'] as const

interface Listed {
  readonly operators: readonly OperatorRow[]
}

/** An operator with the one-time link that lets them choose a password. */
export interface Invited {
  readonly operator: OperatorRow
  readonly link: string
}

export function useOperators() {
  return useQuery({ queryKey: OPERATORS, queryFn: () => get<Listed>('operators'), refetchOnMount: 'always' })
}

export function useInvite(onInvited: (invited: Invited) => void) {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: (form: OperatorForm) => post<Invited>('operators', form),
    onSuccess: async (invited) => {
      onInvited(invited)
      await refresh()
    },
  })
}

export function useReset(onInvited: (invited: Invited) => void) {
  const refresh = useRefresh()
  const tell = useTellTrouble()
  return useMutation({
    mutationFn: (id: string) => post<Invited>(`operators/${encodeURIComponent(id)}/reset`),
    onSuccess: async (invited) => {
      onInvited(invited)
      await refresh()
    },
    onError: tell,
  })
}

export function useSwitch() {
  const refresh = useRefresh()
  const tell = useTellTrouble()
  return useMutation({
    mutationFn: ({ id, disabled }: OperatorRow) =>
      post<OperatorRow>(`operators/${encodeURIComponent(id)}/${disabled ? 'enable' : 'disable'}`),
    onSuccess: refresh,
    onError: tell,
  })
}

function useRefresh() {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: OPERATORS })
}

function useTellTrouble() {
  const words = useWords()
  return (error: Error) => notices.tell({ tone: 'bad', text: explain(words, error) })
}

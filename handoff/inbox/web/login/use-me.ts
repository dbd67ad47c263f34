import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Me } from '../../protocol.ts'
import { get } from '../api/call.ts'
import { Refused } from '../api/refused.ts'
import { sessionEnded } from '../api/session-ended.ts'

export const ME = ['me'] as const

/** Who is at work; null: nobody is logged in. */
export function useSession() {
  return useQuery({ queryKey: ME, queryFn: whoAmI })
}

async function whoAmI(): Promise<Me | null> {
  try {
    return await get<Me>('me')
  } catch (error) {
    if (error instanceof Refused && error.refusal.error === 'not-logged-in') return null
    throw error
  }
}

/** Who is at work, below the gate that lets nobody else in. */
export function useMe(): Me {
  const me = useQueryClient().getQueryData<Me>(ME)
  if (me === undefined) throw new Error('useMe is for behind the gate')
  return me
}

/** Somebody logged in. What another one saw is forgotten; what the same one saw is fetched again. */
export async function enter(client: QueryClient, me: Me): Promise<void> {
  const before = client.getQueryData<Me | null>(ME)
  if (before?.id !== me.id) client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== ME[0] })
  client.setQueryData(ME, me)
  sessionEnded.forget()
  await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== ME[0] })
}

import { type Query, type QueryClient, useQuery } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
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

export const MeContext = createContext<Me | undefined>(undefined)

/** Who is at work, below the gate that lets nobody else in. */
export function useMe(): Me {
  const me = useContext(MeContext)
  if (me === undefined) throw new Error('useMe is for behind the gate')
  return me
}

/** Somebody logged in. What another one saw is forgotten; what the same one saw is fetched again. */
export async function enter(client: QueryClient, me: Me): Promise<void> {
  const before = client.getQueryData<Me | null>(ME)
  client.setQueryData(ME, me)
  sessionEnded.forget()
  if (before?.id === me.id) await client.invalidateQueries({ predicate: isNotMe })
  else await client.resetQueries({ predicate: isNotMe })
}

/** Somebody logged out: nothing that was seen stays. */
export function leave(client: QueryClient): void {
  client.setQueryData(ME, null)
  client.removeQueries({ predicate: isNotMe })
}

const isNotMe = ({ queryKey }: Query) => queryKey[0] !== ME[0]

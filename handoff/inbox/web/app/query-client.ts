import { QueryClient } from '@tanstack/react-query'
import { Refused } from '../api/refused.ts'

/** A refusal is an answer; only what did not arrive is asked for again. */
const isWorthRepeating = (failures: number, error: Error) => !(error instanceof Refused) && failures < 2

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // The stream of events says what changed; nothing grows old by itself.
      staleTime: Infinity,
      refetchOnWindowFocus: false,
      networkMode: 'always',
      retry: isWorthRepeating,
    },
    mutations: { networkMode: 'always', retry: false },
  },
})

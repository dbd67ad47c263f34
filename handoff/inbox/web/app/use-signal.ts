import { useSyncExternalStore } from 'react'
import type { Signal } from './signal.ts'

export function useSignal<Value>(signal: Pick<Signal<Value>, 'current' | 'subscribe'>): Value {
  return useSyncExternalStore(signal.subscribe, signal.current)
}

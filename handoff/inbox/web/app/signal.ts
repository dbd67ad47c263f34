/** A value that components can watch by `useSyncExternalStore`. */
export interface Signal<Value> {
  current(): Value
  set(value: Value): void
  subscribe(this: void, listener: () => void): () => void
}

export function createSignal<Value>(first: Value): Signal<Value> {
  let value = first
  const listeners = new Set<() => void>()
  return {
    current: () => value,
    set(next) {
      if (Object.is(next, value)) return
      value = next
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

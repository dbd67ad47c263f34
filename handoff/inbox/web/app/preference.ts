import { createSignal, type Signal } from './signal.ts'

/** A choice of this browser, kept from day to day; lost without harm where nothing can be kept. */
export function createPreference<Value extends string>(
  name: string,
  values: readonly [Value, ...Value[]],
): Signal<Value> {
  const key = `okno.${name}`
  const kept = values.find((value) => value === read(key))
  const signal = createSignal<Value>(kept ?? values[0])
  return {
    ...signal,
    set(value) {
      signal.set(value)
      write(key, value)
    },
  }
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    // A private window may refuse: the choice lasts as long as the page.
  }
}

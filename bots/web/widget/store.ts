/** What outlives the page. All keys begin with `okno.`; other scripts of the site keep theirs here too. */
export interface Store {
  /** False where the browser keeps nothing: then it lasts as long as the page. */
  readonly lasting: boolean
  get(key: string): string | undefined
  set(key: string, value: string): void
  remove(key: string): void
  /** Every key of ours that begins with `prefix`. */
  keys(prefix: string): string[]
  clear(): void
}

const OURS = 'okno.'

export function openStore(open: () => Storage): Store {
  const storage = usable(open)
  // What did not fit, or everything where nothing can be kept.
  const memory = new Map<string, string>()

  function keys(prefix: string): string[] {
    const full = OURS + prefix
    const kept = storage === undefined ? [] : Object.keys(storage)
    return [...new Set([...kept, ...memory.keys()])]
      .filter((key) => key.startsWith(full))
      .map((key) => key.slice(OURS.length))
  }
  function remove(key: string): void {
    storage?.removeItem(OURS + key)
    memory.delete(OURS + key)
  }

  return {
    lasting: storage !== undefined,
    get: (key) => memory.get(OURS + key) ?? storage?.getItem(OURS + key) ?? undefined,
    set(key, value) {
      memory.delete(OURS + key)
      try {
        if (storage === undefined) throw new Error('nothing is kept')
        storage.setItem(OURS + key, value)
      } catch {
        memory.set(OURS + key, value)
      }
    },
    remove,
    keys,
    clear() {
      for (const key of keys('')) remove(key)
    },
  }
}

/** Reading the property alone throws where the site's storage is blocked. */
function usable(open: () => Storage): Storage | undefined {
  try {
    const storage = open()
    storage.setItem(`${OURS}probe`, '1')
    storage.removeItem(`${OURS}probe`)
    return storage
  } catch {
    return undefined
  }
}

/** The key of ours that another tab changed; undefined when it is none of ours, `''` when all are gone. */
export function changedKey(event: StorageEvent): string | undefined {
  if (event.key === null) return ''
  return event.key.startsWith(OURS) ? event.key.slice(OURS.length) : undefined
}
